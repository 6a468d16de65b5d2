-- one row: how many faults and cases worth a look were found
SELECT
	((SELECT count(*) FROM stage.refused) + (SELECT count(*) FROM stage.broken) + (SELECT count(*) FROM stage.flagged))::INTEGER AS count
