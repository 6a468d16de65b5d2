-- appends each visit of the import that the snapshot holds under the same session_id
INSERT INTO stage.match
SELECT
	any_value(told.visit) AS visit,
	any_value(held.held) AS held
FROM stage.told AS told
JOIN stage.held AS held
	ON held.course = told.course
	AND held.session_id = told.session_id
WHERE told.visit NOT IN (SELECT visit FROM stage.match)
	AND held.held NOT IN (SELECT held FROM stage.match)
GROUP BY
	told.course,
	told.session_id
HAVING count(*) = 1
