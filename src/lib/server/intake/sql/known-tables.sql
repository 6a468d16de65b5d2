-- one row: whether the published snapshot keeps first days and changes, and which numbers were given
SELECT
	count(*) > 0 AS anchored
FROM duckdb_tables()
WHERE database_name = 'previous'
	AND table_name = 'anchors'
