-- appends each visit of the import that the snapshot holds on the same day, where neither has another on that day and no session_id tells them apart
INSERT INTO stage.match
SELECT
	any_value(told.visit) AS visit,
	any_value(held.held) AS held
FROM stage.told AS told
JOIN stage.held AS held
	ON held.course = told.course
	AND held.session_date = told.session_date
WHERE told.visit NOT IN (SELECT visit FROM stage.match)
	AND held.held NOT IN (SELECT held FROM stage.match)
	AND (told.session_id IS NULL OR held.session_id IS NULL)
GROUP BY
	told.course,
	told.session_date
HAVING count(*) = 1
