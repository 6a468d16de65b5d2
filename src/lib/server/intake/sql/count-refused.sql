-- one row: how many faults were found
SELECT
	((SELECT count(*) FROM stage.refused) + (SELECT count(*) FROM stage.broken))::INTEGER AS count
