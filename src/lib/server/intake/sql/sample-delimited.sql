-- one row a record of the first ones of a delimited file: its texts in the order of the columns
SELECT
	list_value(*COLUMNS(*)) AS texts
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
LIMIT $limit
