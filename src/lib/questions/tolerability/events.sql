-- one row a part (everyone, one body region, one protocol, one kind of event): visits after which that event, or any, was recorded
WITH visit AS (
	SELECT
		cohort.patient_key,
		cohort.episode_key,
		sessions.session_number,
		sessions.adverse_event,
		coalesce(sessions.body_region, 'not-recorded') AS region,
		coalesce(sessions.protocol, 'not-recorded') AS protocol
	FROM cohort
	JOIN sessions
		USING (episode_key)
),
base AS (
	SELECT
		patient_key,
		part,
		name,
		count(*) AS n
	FROM (
		SELECT
			patient_key,
			unnest([{'part': 'all', 'name': 'all'}, {'part': 'region', 'name': region}, {'part': 'protocol', 'name': protocol}], recursive := true)
		FROM visit
	)
	GROUP BY ALL
),
said AS (
	SELECT
		visit.* EXCLUDE (adverse_event),
		trim(regexp_replace(lower(unnest(regexp_split_to_array(adverse_event, '[;,|+]'))), '[^\p{L}\p{M}\p{N}]+', ' ', 'g')) AS text
	FROM visit
	WHERE adverse_event IS NOT NULL
),
word AS (
	SELECT
		unnest(from_json($words, '[{"word": "VARCHAR", "kind": "VARCHAR"}]'), recursive := true)
),
event AS (
	SELECT
		said.* EXCLUDE (text),
		coalesce(word.kind, said.text) AS kind
	FROM said
	LEFT JOIN word
		ON word.word = said.text
	WHERE
		said.text <> ''
		AND said.text NOT IN (SELECT unnest($none))
),
placed AS (
	SELECT
		patient_key,
		episode_key,
		session_number,
		unnest([
			{'part': 'all', 'name': 'all'},
			{'part': 'region', 'name': region},
			{'part': 'protocol', 'name': protocol},
			{'part': 'kind', 'name': kind}
		], recursive := true)
	FROM event
),
happened AS (
	SELECT DISTINCT
		patient_key,
		episode_key,
		session_number,
		part,
		name
	FROM placed
),
patient AS (
	SELECT
		part,
		name,
		patient_key,
		count(*) AS count
	FROM happened
	GROUP BY ALL
),
named AS (
	SELECT
		part,
		name,
		part AS base_part,
		name AS base_name
	FROM base
	UNION
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
		FROM event
	)
),
summed AS (
	SELECT
		named.part,
		named.name,
		sum(base.n) AS n,
		count(*) AS patients,
		coalesce(sum(patient.count), 0) AS count,
		count(patient.count) AS event_patients,
		count(*) FILTER (coalesce(patient.count, 0) < base.n) AS other_patients,
		coalesce(sum(patient.count ** 2), 0) AS count_squares,
		coalesce(sum(patient.count * base.n), 0) AS products,
		sum(base.n ** 2) AS n_squares
	FROM named
	JOIN base
		ON base.part = named.base_part
		AND base.name = named.base_name
	LEFT JOIN patient
		ON patient.part = named.part
		AND patient.name = named.name
		AND patient.patient_key = base.patient_key
	GROUP BY ALL
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
