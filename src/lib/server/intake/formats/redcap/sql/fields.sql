-- one row a field that holds a value somewhere
SELECT DISTINCT
	field
FROM value
ORDER BY
	field
