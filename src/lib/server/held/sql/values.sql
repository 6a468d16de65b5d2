-- one row a value that a column of the episodes has, in the order of its code
SELECT
	held_column AS "column",
	value
FROM held_value
ORDER BY
	held_column,
	code
