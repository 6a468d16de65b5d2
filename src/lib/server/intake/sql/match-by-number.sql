-- appends each visit of the import that the snapshot holds under the same number of the same episode, where one of them has no day
INSERT INTO stage.match
SELECT
	any_value(told.visit) AS visit,
	any_value(held.held) AS held
FROM stage.told AS told
JOIN stage.held AS held
	ON held.course = told.course
	AND held.session_number = told.session_number
	AND held.ordinal = told.ordinal
WHERE told.visit NOT IN (SELECT visit FROM stage.match)
	AND held.held NOT IN (SELECT held FROM stage.match)
	AND (told.session_date IS NULL OR held.session_date IS NULL)
GROUP BY
	told.course,
	told.ordinal,
	told.session_number
HAVING count(*) = 1
