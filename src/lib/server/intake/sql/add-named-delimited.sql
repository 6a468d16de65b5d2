-- appends the words of some columns of a delimited file
INSERT INTO stage.named
WITH record AS (
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
		ignore_errors = true
	)
),
cell AS (
	SELECT DISTINCT
		unnest(list_transform($places, lambda place: texts[place::INTEGER + 1])) AS text
	FROM record
)
SELECT DISTINCT
	unnest(name_words(text)) AS word
FROM cell
WHERE text IS NOT NULL
