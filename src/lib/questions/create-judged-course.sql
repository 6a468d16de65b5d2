-- one row a way in which episodes of the cohort ended, and of a patient with several of a condition one an episode: a patient counts with one of their episodes of a condition
CREATE OR REPLACE TEMP TABLE judged_course AS
WITH threshold AS (
	SELECT
		unnest(from_json($thresholds, '[{"condition": "VARCHAR", "kind": "VARCHAR", "value": "DOUBLE"}]'), recursive := true)
),
reason AS (
	SELECT
		unnest(from_json($reasons, '[{"id": "VARCHAR", "course": "VARCHAR"}]'), recursive := true)
),
recent AS (
	SELECT
		strftime(try_strptime(max(period), '%Y-%m') - to_months($openMonths::INTEGER), '%Y-%m') AS period
	FROM sessions
),
settled AS (
	SELECT
		sessions.episode_key,
		max(
			CASE
				WHEN recent.period IS NULL OR sessions.period IS NULL OR sessions.period < recent.period THEN sessions.session_number
				ELSE 0
			END
		) AS session
	FROM cohort
	JOIN sessions
		USING (episode_key)
	CROSS JOIN recent
	GROUP BY
		sessions.episode_key
),
baseline AS (
	SELECT
		episode_key,
		score
	FROM scores
	WHERE measure = $measure AND session_number = 1
),
aimed AS (
	SELECT
		cohort.*,
		baseline.score AS first_score,
		CASE threshold.kind
			WHEN 'at-most' THEN -1
			WHEN 'at-least' THEN 1
			ELSE $better::INTEGER
		END AS way,
		CASE
			WHEN threshold.kind = 'points' THEN baseline.score + $better::INTEGER * threshold.value
			WHEN threshold.kind <> 'percent' THEN threshold.value
			WHEN baseline.score <> 0 THEN baseline.score + $better::INTEGER * abs(baseline.score) * threshold.value / 100
		END AS target
	FROM cohort
	LEFT JOIN threshold
		USING (condition)
	LEFT JOIN baseline
		USING (episode_key)
),
later AS (
	SELECT
		aimed.episode_key,
		min(scores.session_number) FILTER (aimed.way * (scores.score - aimed.target) > -1e-9) AS response_session,
		arg_max(coalesce(aimed.way * (scores.score - aimed.target) > -1e-9, false), scores.session_number) AS responding
	FROM aimed
	JOIN scores
		USING (episode_key)
	WHERE scores.measure = $measure AND scores.session_number > 1
	GROUP BY
		aimed.episode_key
),
-- a patient counts with the first episode that has a score at session 1, if any has
patient AS (
	SELECT
		condition,
		patient_key,
		coalesce(min(episode_key) FILTER (first_score IS NOT NULL), min(episode_key)) AS counted,
		count(*) > 1 AS several
	FROM aimed
	GROUP BY
		condition,
		patient_key
),
judged AS (
	SELECT
		aimed.episode_key,
		aimed.patient_key,
		aimed.condition,
		aimed.protocol,
		coalesce(
			aimed.way * (CASE WHEN aimed.way < 0 THEN $minimum::DOUBLE ELSE $maximum::DOUBLE END - aimed.target) > -1e-9
			AND aimed.way * (aimed.first_score - aimed.target) < -1e-9,
			false
		) AS able,
		CASE
			WHEN aimed.first_score IS NULL THEN 'unscored'
			WHEN later.response_session IS NOT NULL THEN 'responded'
			WHEN aimed.discharge_reason IS NOT NULL THEN coalesce(reason.course, 'other')
			WHEN settled.session < aimed.last_session THEN 'open'
			ELSE 'left'
		END AS fate,
		coalesce(later.response_session, aimed.last_session) AS session,
		least(settled.session, later.response_session, aimed.last_session) AS settled,
		CASE
			WHEN aimed.first_score IS NOT NULL AND later.response_session IS NULL AND reason.course = 'referred' THEN aimed.discharge_reason
		END AS referral,
		CASE
			WHEN later.responding IS NULL THEN 'unfollowed'
			WHEN later.responding THEN 'responding'
			ELSE 'not'
		END AS at_last,
		patient.counted = aimed.episode_key AS first_of_patient,
		patient.several
	FROM aimed
	JOIN patient
		USING (condition, patient_key)
	LEFT JOIN later
		USING (episode_key)
	LEFT JOIN reason
		ON reason.id = aimed.discharge_reason
	LEFT JOIN settled
		ON settled.episode_key = aimed.episode_key
)
SELECT
	condition,
	protocol,
	able,
	fate,
	session,
	settled,
	referral,
	at_last,
	CASE WHEN several THEN patient_key END AS patient_key,
	CASE WHEN several THEN episode_key END AS episode_key,
	count(*)::INTEGER AS n,
	count(*) FILTER (first_of_patient)::INTEGER AS patients
FROM judged
GROUP BY ALL
