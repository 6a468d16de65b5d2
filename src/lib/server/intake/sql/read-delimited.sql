-- appends a row for each record of a delimited file; columns nobody knows are named unmapped_N and left behind
INSERT INTO stage.raw BY NAME
SELECT
	$source::INTEGER AS source,
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
