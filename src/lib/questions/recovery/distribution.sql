-- one row a group, session and tenth of the measure's range: the scores there
SELECT
	group_number AS "group",
	session,
	round(10 * (score - $minimum::DOUBLE) / ($maximum::DOUBLE - $minimum::DOUBLE))::INTEGER AS tenth,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM scored
GROUP BY
	group_number,
	session,
	tenth
ORDER BY
	group_number,
	session,
	tenth
