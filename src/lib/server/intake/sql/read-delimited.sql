-- one row a record of a delimited file, all texts, of which every column is known
SELECT
	NULL::BIGINT AS line,
	*
FROM read_csv(
	$path,
	header = false,
	skip = $headerLines,
	auto_detect = false,
	columns = $columns,
	delim = $delimiter,
	quote = '"',
	escape = '"',
	ignore_errors = true,
	store_rejects = true
)
