-- one row a course: the visits of one patient for one condition and side and, where given, episode; values of which only sameness counts stand as hashes
CREATE TABLE course AS
SELECT
	min(visit) AS course,
	patient_id,
	condition,
	coalesce(side, '') AS course_side,
	coalesce(episode_id, '') AS course_episode,
	count(*) = count(session_date) AS dated,
	count(session_number) > 0 AS numbered,
	count(session_number) BETWEEN 1 AND count(*) - 1 AS mixed,
	count(*) = count(DISTINCT session_number) AS unique_numbers,
	min(CASE WHEN protocol IS NOT NULL THEN hash(protocol) END) <> max(CASE WHEN protocol IS NOT NULL THEN hash(protocol) END) AS protocols_differ,
	min(CASE WHEN sex IS NOT NULL THEN hash(sex) END) AS lowest_sex,
	max(CASE WHEN sex IS NOT NULL THEN hash(sex) END) AS highest_sex,
	min(CASE WHEN age_band IS NOT NULL THEN hash(age_band) END) AS lowest_age_band,
	max(CASE WHEN age_band IS NOT NULL THEN hash(age_band) END) AS highest_age_band
FROM visit
GROUP BY
	patient_id,
	condition,
	course_side,
	course_episode
