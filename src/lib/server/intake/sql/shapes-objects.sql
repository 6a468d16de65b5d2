-- one row a key and shape: how many of the key's values have it, and in which record it is met first
WITH cell AS (
	SELECT
		examined.record,
		list_position($keys, entry.key) AS number,
		trim(entry.value ->> '$', $blanks) AS value
	FROM examined, json_each(examined.object) AS entry
	WHERE list_contains($keys, entry.key)
),
spelling AS (
	SELECT
		number,
		value,
		count(*) AS count,
		min(record) AS record
	FROM cell
	WHERE value <> ''
	GROUP BY
		number,
		value
),
shaped AS (
	SELECT
		number,
		count,
		record,
		CASE
			WHEN list_contains($nothing, lower(value)) THEN 'nothing: ' || value
			WHEN list_extract($kinds, number) = 'date' THEN date_shape(value)
			WHEN list_extract($kinds, number) = 'number' THEN number_shape(value)
			WHEN list_extract($kinds, number) = 'id' THEN id_shape(value)
			ELSE 'word'
		END AS shape
	FROM spelling
)
SELECT
	(number - 1)::INTEGER AS place,
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
