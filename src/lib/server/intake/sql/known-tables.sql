-- one row: whether the published snapshot keeps first days and changes, and which numbers were given; whether it keeps flags
SELECT
	count(*) FILTER (table_name = 'anchors') > 0 AS anchored,
	count(*) FILTER (table_name = 'flags') > 0 AS flagged
FROM duckdb_tables()
WHERE database_name = 'previous'
	AND table_name IN ('anchors', 'flags')
