-- one row a key that any object has
SELECT DISTINCT
	unnest(json_keys(object)) AS key
FROM stage.object
WHERE object IS NOT NULL
ORDER BY
	key
