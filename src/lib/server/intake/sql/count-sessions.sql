-- one row: how many visits the next snapshot would hold
SELECT
	((SELECT count(*) FROM stage.session_apart) + (SELECT coalesce(sum(visits), 0) FROM stage.course WHERE in_order))::INTEGER AS sessions
