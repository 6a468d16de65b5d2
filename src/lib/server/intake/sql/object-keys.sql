-- one row a key that any object has, without those that a conversion adds
SELECT DISTINCT
	key
FROM stage.object, unnest(json_keys(object)) AS keys(key)
WHERE object IS NOT NULL AND key NOT IN ('@place', '@refused')
ORDER BY
	key
