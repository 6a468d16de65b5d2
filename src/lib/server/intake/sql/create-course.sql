-- one row a course: the visits of one patient for one condition and side and, where given, episode; values of which only sameness counts stand as hashes;
-- in_order where, as far as $orderly lets it be, its visits lie together, each with a later day and a higher number than the one before, and none after a discharge;
-- unique_ids where the hashes of its session_ids tell that none stands twice
CREATE TABLE course AS
WITH lined_up AS (
	SELECT
		told_of(patient_id, condition, side, episode_id) AS told_of,
		session_date,
		session_number,
		discharge_reason IS NOT NULL AS discharged
	FROM visit
),
compared AS (
	SELECT
		told_of,
		coalesce(
			told_of = lag(told_of) OVER ()
			AND session_date > lag(session_date) OVER ()
			AND session_number > lag(session_number) OVER ()
			AND NOT lag(discharged) OVER (),
			false
		) AS goes_on
	FROM lined_up
),
-- apart, since what looks at the visit before runs on one thread
out_of_order AS (
	SELECT
		told_of
	FROM compared
	WHERE NOT goes_on
	GROUP BY
		told_of
	HAVING count(*) > 1
),
told AS (
	SELECT
		visit,
		patient_id,
		condition,
		coalesce(side, '') AS course_side,
		coalesce(episode_id, '') AS course_episode,
		session_date,
		session_number,
		CASE WHEN session_number <= 60 THEN 1::BIGINT << session_number END AS number_bit,
		session_id,
		CASE WHEN session_id IS NOT NULL THEN 1::UBIGINT << (hash(session_id) & 63) END AS id_bit,
		CASE WHEN session_id IS NOT NULL THEN 1::UBIGINT << (hash(session_id) >> 6 & 63) END AS other_id_bit,
		CASE WHEN protocol IS NOT NULL THEN hash(protocol) END AS protocol,
		CASE WHEN sex IS NOT NULL THEN hash(sex) END AS sex,
		CASE WHEN age_band IS NOT NULL THEN hash(age_band) END AS age_band
	FROM visit
),
summed AS (
	SELECT
		min(visit) AS course,
		patient_id,
		condition,
		course_side,
		course_episode,
		told_of(patient_id, condition, course_side, course_episode) AS told_of,
		hash(condition, course_side, course_episode) AS treated_for,
		count(*) AS visits,
		min(session_date) AS first_day,
		count(*) = count(session_date) AS dated,
		count(session_number) > 0 AS numbered,
		count(session_number) BETWEEN 1 AND count(*) - 1 AS mixed,
		count(*) = bit_count(coalesce(bit_or(number_bit), 0)) + coalesce(list_unique(list(session_number) FILTER (session_number > 60)), 0) AS unique_numbers,
		count(session_id) IN (0, bit_count(bit_or(id_bit)), bit_count(bit_or(other_id_bit))) AS unique_ids,
		min(protocol) <> max(protocol) AS protocols_differ,
		min(sex) AS lowest_sex,
		max(sex) AS highest_sex,
		min(age_band) AS lowest_age_band,
		max(age_band) AS highest_age_band
	FROM told
	GROUP BY
		patient_id,
		condition,
		course_side,
		course_episode
)
SELECT
	summed.*,
	$orderly::BOOLEAN AND dated AND numbered AND NOT mixed AND out_of_order.told_of IS NULL AS in_order
FROM summed
LEFT JOIN out_of_order
	ON out_of_order.told_of = summed.told_of
