-- one row a key and shape: how many of the key's values have it, and in which record it is met first;
-- of a number that is no text, a point is its decimal point
WITH cell AS (
	SELECT
		examined.record,
		list_position($keys, entry.key) AS number,
		trim(entry.value ->> '$', $blanks) AS value,
		entry.type = 'VARCHAR' AS written
	FROM examined, json_each(examined.object) AS entry
	WHERE list_contains($keys, entry.key)
),
spelling AS (
	SELECT
		number,
		value,
		written,
		count(*) AS count,
		min(record) AS record
	FROM cell
	WHERE value <> ''
	GROUP BY
		number,
		value,
		written
),
shaped AS (
	SELECT
		number,
		count,
		record,
		unnest(
			CASE
				WHEN list_extract($kinds, number) = 'number' AND NOT (written OR list_contains($nothing, lower(value))) THEN [replace(number_shape(value), ' before three digits', '')]
				ELSE value_shapes(value, list_extract($kinds, number), $nothing)
			END
		) AS shape
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
