-- one row: how many records were read
SELECT
	count(*)::INTEGER AS count
FROM floor.records
