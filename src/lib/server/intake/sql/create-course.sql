-- one row a course: the visits of one patient for one condition and side and, where given, episode; values of which only sameness counts stand as hashes;
-- in_order where, as far as $orderly lets it be, its visits lie together, each with a later day and a higher number than the one before, and none after a discharge;
-- unique_ids where the hashes of its session_ids tell that none stands twice
CREATE TABLE course AS
WITH told AS (
	SELECT
		visit,
		patient_id,
		condition,
		coalesce(side, '') AS course_side,
		coalesce(episode_id, '') AS course_episode,
		hash(patient_id, condition, course_side, course_episode) AS told_of,
		session_date,
		session_number,
		discharge_reason IS NOT NULL AS discharged,
		CASE WHEN session_number <= 60 THEN 1::BIGINT << session_number END AS number_bit,
		session_id,
		1::UBIGINT << (hash(session_id) & 63) AS id_bit,
		1::UBIGINT << (hash(session_id) >> 6 & 63) AS other_id_bit,
		CASE WHEN protocol IS NOT NULL THEN hash(protocol) END AS protocol,
		CASE WHEN sex IS NOT NULL THEN hash(sex) END AS sex,
		CASE WHEN age_band IS NOT NULL THEN hash(age_band) END AS age_band
	FROM visit
),
lined_up AS (
	SELECT
		*,
		coalesce(told_of = lag(told_of) OVER (), false) AS follows,
		coalesce(session_date > lag(session_date) OVER () AND session_number > lag(session_number) OVER () AND NOT lag(discharged) OVER (), false) AS rises
	FROM told
)
SELECT
	min(visit) AS course,
	patient_id,
	condition,
	course_side,
	course_episode,
	hash(patient_id, condition, course_side, course_episode) AS told_of,
	hash(condition, course_side, course_episode) AS treated_for,
	count(*) AS visits,
	min(session_date) AS first_day,
	count(*) = count(session_date) AS dated,
	count(session_number) > 0 AS numbered,
	count(session_number) BETWEEN 1 AND count(*) - 1 AS mixed,
	count(*) = bit_count(coalesce(bit_or(number_bit), 0)) + coalesce(list_unique(list(session_number) FILTER (session_number > 60)), 0) AS unique_numbers,
	count(session_id) IN (0, bit_count(bit_or(id_bit) FILTER (session_id IS NOT NULL)), bit_count(bit_or(other_id_bit) FILTER (session_id IS NOT NULL))) AS unique_ids,
	$orderly::BOOLEAN AND dated AND count(*) = count(session_number) AND count(*) FILTER (NOT follows) = 1 AND bool_and(rises OR NOT follows) AS in_order,
	min(protocol) <> max(protocol) AS protocols_differ,
	min(sex) AS lowest_sex,
	max(sex) AS highest_sex,
	min(age_band) AS lowest_age_band,
	max(age_band) AS highest_age_band
FROM lined_up
GROUP BY
	patient_id,
	condition,
	course_side,
	course_episode
