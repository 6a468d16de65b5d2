-- one row a record that is examined: its keys, and their values as texts
WITH first_record AS (
	SELECT
		record,
		object
	FROM examined
	ORDER BY
		record
	LIMIT $limit
)
SELECT
	first_record.record::INTEGER AS record,
	list(entry.key ORDER BY entry.id) AS keys,
	list(entry.value ->> '$' ORDER BY entry.id) AS texts
FROM first_record, json_each(first_record.object) AS entry
GROUP BY
	first_record.record
ORDER BY
	first_record.record
