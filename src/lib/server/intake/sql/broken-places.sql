-- one row a record of a file that could not be taken apart: its place
SELECT
	record::INTEGER AS record
FROM stage.broken
WHERE source = $source::INTEGER
