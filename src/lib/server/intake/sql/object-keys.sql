-- one row a key that any object has, refused or not, without those that a conversion adds
SELECT DISTINCT
	key
FROM stage.object, unnest(coalesce(json_keys(object), refused_keys)) AS keys(key)
WHERE key NOT IN ('@place', '@refused')
ORDER BY
	key
