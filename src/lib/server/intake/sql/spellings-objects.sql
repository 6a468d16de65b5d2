-- one row a key and spelling: how many of the key's values are written so, and in which record it is met first;
-- of a number that is no text, a point is its decimal point
CREATE OR REPLACE TEMP TABLE spelling AS
WITH cell AS (
	SELECT
		examined.record,
		list_position($keys, entry.key) AS number,
		list_extract($kinds, list_position($keys, entry.key)) AS kind,
		trim(entry.value ->> '$', $blanks) AS value,
		entry.type = 'VARCHAR' AS written
	FROM examined, json_each(examined.object) AS entry
	WHERE list_contains($keys, entry.key)
)
SELECT
	(number - 1)::INTEGER AS place,
	kind,
	value,
	written OR kind <> 'number' AS written,
	count(*) AS count,
	min(record) AS record
FROM cell
WHERE value <> ''
GROUP BY ALL
