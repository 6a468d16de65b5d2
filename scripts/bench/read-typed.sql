-- one row a record, read by the engine alone; lines that do not fit the types are left out
CREATE TABLE floor.records AS
SELECT
	*
FROM read_csv(
	$path,
	header = true,
	auto_detect = false,
	columns = $columns,
	delim = ',',
	quote = '"',
	escape = '"',
	ignore_errors = true
)
