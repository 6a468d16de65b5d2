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
		CASE list_extract($kinds, number)
			WHEN 'date' THEN date_shape(value)
			WHEN 'number' THEN number_shape(value)
			ELSE id_shape(value)
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
