-- one row a column and shape: how many of the column's values have it, and in which record it is met first;
-- all columns are read, since the reader fails on a broken character where it reads but some
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
),
spelling AS (
	SELECT
		place,
		kind,
		value,
		count(*) AS count,
		min(record) AS record
	FROM cell
	WHERE value <> ''
	GROUP BY
		place,
		kind,
		value
),
shaped AS (
	SELECT
		place::INTEGER AS place,
		count,
		record,
		unnest(value_shapes(value, kind, $nothing)) AS shape
	FROM spelling
)
SELECT
	place,
	shape,
	sum(count)::INTEGER AS count,
	min(record)::INTEGER AS record
FROM shaped
GROUP BY
	place,
	shape
ORDER BY
	place,
	shape
