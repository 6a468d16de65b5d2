-- one row a column and spelling: how many of the column's values are written so, and in which record it is met first;
-- all columns are read, since the reader fails on a broken character where it reads but some
CREATE OR REPLACE TEMP TABLE spelling AS
WITH record AS (
	SELECT
		row_number() OVER () AS record,
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
),
cell AS (
	SELECT
		record,
		unnest($places) AS place,
		unnest($kinds) AS kind,
		trim(unnest(list_transform($places, lambda place: texts[place::INTEGER + 1])), $blanks) AS value
	FROM record
)
SELECT
	place::INTEGER AS place,
	kind,
	value,
	true AS written,
	count(*) AS count,
	min(record) AS record
FROM cell
WHERE value <> ''
GROUP BY
	place,
	kind,
	value
