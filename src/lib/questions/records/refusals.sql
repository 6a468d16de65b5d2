-- one row a reason for which records were refused, the most frequent first
SELECT
	field,
	reason,
	sum(rows)::INTEGER AS rows
FROM refusals
GROUP BY
	field,
	reason
ORDER BY
	rows DESC,
	field,
	reason
