-- one row a record that is examined: its keys, and their values as texts
SELECT
	record::INTEGER AS record,
	json_keys(object) AS keys,
	list_transform(json_keys(object), lambda key: json_extract_string(object, '/' || replace(replace(key, '~', '~0'), '/', '~1'))) AS texts
FROM examined
ORDER BY
	record
LIMIT $limit
