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
counted AS (
	SELECT
		patient_key,
		region,
		protocol,
		count(*) AS count
	FROM happened
	GROUP BY ALL
),
-- all spots of those to whom it happened, and how often it did there
met_at AS (
	SELECT
		spot.patient_key,
		spot.region,
		spot.protocol,
		spot.n,
		coalesce(counted.count, 0) AS count
	FROM spot
	LEFT JOIN counted
		USING (patient_key, region, protocol)
	WHERE spot.patient_key IN (SELECT patient_key FROM counted)
),
placed AS (
	SELECT
		CASE WHEN grouping(region) = 0 THEN 'region' WHEN grouping(protocol) = 0 THEN 'protocol' ELSE 'all' END AS part,
		coalesce(region, protocol, 'all') AS name,
		patient_key,
		sum(n) AS n,
		sum(count) AS count
	FROM met_at
	GROUP BY GROUPING SETS (
		(patient_key),
		(patient_key, region),
		(patient_key, protocol)
	)
),
patient AS (
	SELECT
		part,
		name,
		n,
		count
	FROM placed
	WHERE count > 0
	UNION ALL
	SELECT
		'kind' AS part,
		meant.kind AS name,
		any_value(placed.n) AS n,
		count(*) AS count
	FROM happened
	JOIN meant
		USING (adverse_event)
	JOIN placed
		ON placed.patient_key = happened.patient_key
		AND placed.part = 'all'
	GROUP BY
		meant.kind,
		happened.patient_key
),
whole AS (
	SELECT
		part,
		name,
		sum(n) AS n,
		sum(patients) AS patients,
		sum(n_squares) AS n_squares
	FROM bunch
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
met AS (
	SELECT
		part,
		name,
		sum(count) AS count,
		count(*) AS patients,
		count(*) FILTER (count = n) AS always_patients,
		sum(count ** 2) AS count_squares,
		sum(count * n) AS products
	FROM patient
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
