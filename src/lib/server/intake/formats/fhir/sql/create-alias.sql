-- one row a name under which a resource is referred to: its own id, or the end of its full URL
CREATE TABLE alias AS
SELECT
	type,
	alias,
	min(key) AS key
FROM (
	SELECT type, key AS alias, key FROM row WHERE type IN ('Patient', 'Encounter', 'Condition')
	UNION ALL
	SELECT type, alias, key FROM row WHERE type IN ('Patient', 'Encounter', 'Condition') AND alias <> key
)
WHERE alias IS NOT NULL
GROUP BY
	type,
	alias
