-- forgets the matches of courses that are not merged
DELETE FROM stage.match
WHERE visit NOT IN (
	SELECT
		told.visit
	FROM stage.told AS told
	JOIN stage.verdict AS verdict
		USING (course)
	WHERE verdict.fate = 'merge'
)
