-- one row a reason, the most frequent first, with the first place it was met
SELECT
	field,
	reason,
	count(*)::INTEGER AS rows,
	arg_min(file || ':' || coalesce(place, '?'), coalesce(line, 0)) AS first
FROM stage.quarantine
GROUP BY
	field,
	reason
ORDER BY
	rows DESC,
	field,
	reason
