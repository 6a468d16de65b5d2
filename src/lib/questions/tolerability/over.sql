-- one row a part (everyone, one body region, one protocol) and hours: visits whose soreness was over within them
WITH visit AS (
	SELECT
		cohort.patient_key,
		sessions.soreness_hours AS lasted,
		unnest([
			{'part': 'all', 'name': 'all'},
			{'part': 'region', 'name': coalesce(sessions.body_region, 'not-recorded')},
			{'part': 'protocol', 'name': coalesce(sessions.protocol, 'not-recorded')}
		], recursive := true)
	FROM cohort
	JOIN sessions
		USING (episode_key)
	WHERE sessions.soreness_hours IS NOT NULL
),
limits AS (
	SELECT
		unnest([24, 48, 72]) AS hours,
		unnest([48, 72, NULL]) AS next_hours
),
patient AS (
	SELECT
		visit.part,
		visit.name,
		limits.hours,
		visit.patient_key,
		count(*) AS n,
		count(*) FILTER (visit.lasted <= limits.hours) AS count,
		count(*) FILTER (visit.lasted > limits.hours AND (limits.next_hours IS NULL OR visit.lasted <= limits.next_hours)) AS after
	FROM visit
	CROSS JOIN limits
	GROUP BY ALL
),
summed AS (
	SELECT
		part,
		name,
		hours,
		sum(n) AS n,
		count(*) AS patients,
		sum(count) AS count,
		count(*) FILTER (after > 0) AS after_patients,
		count(*) FILTER (count > 0) AS until_patients
	FROM patient
	GROUP BY ALL
)
SELECT
	part,
	name,
	hours::INTEGER AS hours,
	any_value(summed.n)::INTEGER AS n,
	any_value(summed.patients)::INTEGER AS patients,
	any_value(summed.count)::INTEGER AS count,
	any_value(summed.until_patients)::INTEGER AS "untilPatients",
	any_value(summed.after_patients)::INTEGER AS "afterPatients",
	sum((patient.count - summed.count * patient.n / summed.n) ** 2) AS squares
FROM summed
JOIN patient
	USING (part, name, hours)
GROUP BY
	part,
	name,
	hours
ORDER BY
	part,
	name,
	hours
