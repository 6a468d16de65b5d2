-- appends each visit of the import that the snapshot holds on the same day with the same number
INSERT INTO stage.match
SELECT
	told.visit,
	held.held
FROM stage.told AS told
JOIN stage.held AS held
	ON held.course = told.course
	AND held.session_date = told.session_date
	AND held.session_number = told.session_number
