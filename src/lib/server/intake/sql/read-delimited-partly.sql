-- one row a record of a delimited file, all texts; columns nobody knows are named unmapped_N and left behind,
-- yet read, since the reader fails on a broken character where it reads but some
SELECT
	NULL::BIGINT AS line,
	COLUMNS(name -> name NOT LIKE 'unmapped%')
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
WHERE coalesce(strlen(COLUMNS(name -> name LIKE 'unmapped%')), 0) >= 0
