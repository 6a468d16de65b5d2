-- appends the place of each record of a converted file
INSERT INTO stage.place
SELECT
	$source::INTEGER AS source,
	row_number() OVER () AS line,
	text::JSON ->> '$."@place"' AS place
FROM read_csv(
	$path,
	header = false,
	auto_detect = false,
	columns = {'text': 'VARCHAR'},
	delim = E'\x01\x02\x01\x02',
	quote = '',
	escape = '',
	strict_mode = false
)
