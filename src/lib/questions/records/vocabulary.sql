-- one row a value that a filter may take, over the whole snapshot; the patients of a value are its episodes but those in which one of them comes again
WITH repeated AS MATERIALIZED (
	SELECT
		patient_key,
		condition,
		protocol,
		clinic,
		therapist,
		payer,
		sex,
		age_band,
		chronicity,
		period
	FROM episodes
	WHERE patient_key IN (SELECT patient_key FROM episodes GROUP BY patient_key HAVING count(*) > 1)
),
counted AS (
	SELECT
		condition,
		protocol,
		clinic,
		therapist,
		payer,
		sex,
		age_band,
		chronicity,
		period,
		count(*) AS n,
		0 AS again
	FROM episodes
	GROUP BY GROUPING SETS ((condition), (protocol), (clinic), (therapist), (payer), (sex), (age_band), (chronicity), (period))
	UNION ALL
	SELECT
		condition,
		protocol,
		clinic,
		therapist,
		payer,
		sex,
		age_band,
		chronicity,
		period,
		0 AS n,
		count(*) - count(DISTINCT patient_key) AS again
	FROM repeated
	GROUP BY GROUPING SETS ((condition), (protocol), (clinic), (therapist), (payer), (sex), (age_band), (chronicity), (period))
),
named AS (
	SELECT
		unnest([
			{'filter': 'condition', 'value': condition},
			{'filter': 'protocol', 'value': protocol},
			{'filter': 'clinic', 'value': clinic},
			{'filter': 'therapist', 'value': therapist},
			{'filter': 'payer', 'value': payer},
			{'filter': 'sex', 'value': sex},
			{'filter': 'ageBand', 'value': age_band},
			{'filter': 'chronicity', 'value': chronicity},
			{'filter': 'period', 'value': period}
		], recursive := true),
		n,
		again
	FROM counted
)
SELECT
	filter,
	value,
	sum(n)::INTEGER AS n,
	sum(n - again)::INTEGER AS patients
FROM named
WHERE value IS NOT NULL
GROUP BY
	filter,
	value
ORDER BY
	filter,
	value
