-- one row a row of the export, all texts, with its number
CREATE TABLE told AS
SELECT
	row_number() OVER () AS "@row",
	*
FROM read_csv($path, header = false, skip = 1, auto_detect = false, columns = $columns, delim = $delimiter, quote = '"', escape = '"')
