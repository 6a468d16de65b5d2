-- one row a table of the snapshot that tells of its imports; older snapshots lack some
SELECT
	table_name AS name
FROM duckdb_tables()
WHERE database_name = current_database()
	AND table_name IN ('flags', 'changes')
