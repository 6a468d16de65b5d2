-- one row a part (everyone, one body region, one protocol, one kind of event): visits after which that event, or any, was recorded
WITH word AS (
	SELECT
		unnest(from_json($words, '[{"word": "VARCHAR", "kind": "VARCHAR"}]'), recursive := true)
),
-- the same few words are written again and again
written AS (
	SELECT DISTINCT
		sessions.adverse_event
	FROM cohort
	JOIN sessions
		USING (episode_key)
	WHERE sessions.adverse_event IS NOT NULL
),
said AS (
	SELECT
		adverse_event,
		trim(regexp_replace(lower(unnest(regexp_split_to_array(adverse_event, '[;,|+]'))), '[^\p{L}\p{M}\p{N}]+', ' ', 'g')) AS text
	FROM written
),
meant AS (
	SELECT DISTINCT
		said.adverse_event,
		coalesce(word.kind, said.text) AS kind
	FROM said
	LEFT JOIN word
		ON word.word = said.text
	WHERE
		said.text <> ''
		AND NOT list_contains($none, said.text)
),
happened AS (
	SELECT
		cohort.patient_key,
		sessions.adverse_event,
		coalesce(sessions.body_region, 'not-recorded') AS region,
		coalesce(sessions.protocol, 'not-recorded') AS protocol
	FROM cohort
	JOIN sessions
		USING (episode_key)
	WHERE sessions.adverse_event IN (SELECT adverse_event FROM meant)
),
patient AS (
	SELECT
		CASE WHEN grouping(region) = 0 THEN 'region' WHEN grouping(protocol) = 0 THEN 'protocol' ELSE 'all' END AS part,
		coalesce(region, protocol, 'all') AS name,
		patient_key,
		count(*) AS count
	FROM happened
	GROUP BY GROUPING SETS (
		(patient_key),
		(patient_key, region),
		(patient_key, protocol)
	)
	UNION ALL
	SELECT
		'kind' AS part,
		meant.kind AS name,
		happened.patient_key,
		count(*) AS count
	FROM happened
	JOIN meant
		USING (adverse_event)
	GROUP BY ALL
),
whole AS (
	SELECT
		part,
		name,
		sum(n) AS n,
		count(*) AS patients,
		sum(n ** 2) AS n_squares
	FROM visited
	GROUP BY ALL
),
named AS (
	SELECT
		part,
		name,
		part AS base_part,
		name AS base_name
	FROM whole
	UNION ALL
	SELECT
		'kind',
		kind,
		'all',
		'all'
	FROM (
		SELECT kind
		FROM word
		UNION
		SELECT kind
		FROM meant
	)
),
-- those to whom it happened
met AS (
	SELECT
		named.part,
		named.name,
		sum(patient.count) AS count,
		count(*) AS patients,
		count(*) FILTER (patient.count = visited.n) AS always_patients,
		sum(patient.count ** 2) AS count_squares,
		sum(patient.count * visited.n) AS products
	FROM named
	JOIN patient
		USING (part, name)
	JOIN visited
		ON visited.part = named.base_part
		AND visited.name = named.base_name
		AND visited.patient_key = patient.patient_key
	GROUP BY ALL
),
summed AS (
	SELECT
		named.part,
		named.name,
		whole.n,
		whole.patients,
		coalesce(met.count, 0) AS count,
		coalesce(met.patients, 0) AS event_patients,
		whole.patients - coalesce(met.always_patients, 0) AS other_patients,
		coalesce(met.count_squares, 0) AS count_squares,
		coalesce(met.products, 0) AS products,
		whole.n_squares
	FROM named
	JOIN whole
		ON whole.part = named.base_part
		AND whole.name = named.base_name
	LEFT JOIN met
		ON met.part = named.part
		AND met.name = named.name
)
SELECT
	part,
	name,
	n::INTEGER AS n,
	patients::INTEGER AS patients,
	count::INTEGER AS count,
	event_patients::INTEGER AS "eventPatients",
	other_patients::INTEGER AS "otherPatients",
	greatest(count_squares - 2 * (count / n) * products + (count / n) ** 2 * n_squares, 0) AS squares
FROM summed
WHERE n > 0
ORDER BY
	part,
	name
