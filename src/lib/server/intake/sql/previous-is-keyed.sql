-- one row: whether the patients of the published snapshot have pseudonyms made with a key
SELECT
	count(*) > 0 AS keyed
FROM duckdb_tables()
WHERE database_name = 'previous' AND table_name = 'pseudonym_key'
