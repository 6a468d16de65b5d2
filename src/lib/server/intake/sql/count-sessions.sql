-- one row: how many visits the next snapshot would hold
SELECT
	count(*)::INTEGER AS sessions
FROM stage.session
