-- one row: how many records have been read so far
SELECT
	count(*)::INTEGER AS count
FROM stage.record
