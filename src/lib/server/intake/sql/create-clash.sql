-- one row a visit that cannot stand beside another of its course, with the other one and the reason
CREATE TABLE clash AS
WITH looked_at AS (
	SELECT DISTINCT
		course
	FROM placed_apart
	WHERE suspect
),
suspect AS (
	SELECT
		placed_apart.*,
		row_number() OVER same_number > 1 AS number_taken,
		first_value(visit) OVER same_number AS taken_by,
		lag(visit) OVER course_order AS visit_before,
		same_day AND NOT (tagged AND lag(tagged) OVER course_order) AS second_of_day,
		max(session_number) OVER earlier >= session_number AND NOT derived AS falls,
		arg_max(visit, session_number) OVER earlier AS highest_before
	FROM placed_apart
	JOIN looked_at
		USING (course)
	WINDOW
		same_number AS (PARTITION BY course, ordinal, session_number ORDER BY derived, place),
		course_order AS (PARTITION BY course ORDER BY place),
		earlier AS (PARTITION BY course, ordinal ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
repeated AS (
	SELECT
		hash(session_id, patient_id, condition, side, episode_id) AS visit_key,
		min(visit) AS first_visit
	FROM visit
	SEMI JOIN course
		ON course.patient_id = visit.patient_id
		AND course.treated_for = hash(visit.condition, coalesce(visit.side, ''), coalesce(visit.episode_id, ''))
		AND NOT course.unique_ids
	WHERE session_id IS NOT NULL
	GROUP BY
		visit_key
	HAVING count(*) > 1
),
found AS (
	SELECT
		course,
		visit,
		CASE
			WHEN second_of_day THEN visit_before
			WHEN number_taken THEN taken_by
			ELSE highest_before
		END AS see,
		CASE WHEN second_of_day THEN 'session_date' ELSE 'session_number' END AS field,
		CASE
			WHEN second_of_day THEN 'date'
			WHEN derived THEN 'empty'
			ELSE 'whole number'
		END AS value_class,
		CASE
			WHEN second_of_day THEN 'is a second visit of one day: keep one, or give each its own session_id'
			WHEN derived THEN 'session_number is missing, and by its date it would be one that is taken'
			WHEN number_taken THEN 'session_number stands twice in one episode: correct it, or give episode_id'
			ELSE 'session_number is lower than that of an earlier day: correct the number or the date, or give episode_id'
		END AS reason
	FROM suspect
	WHERE second_of_day OR number_taken OR falls
	UNION ALL
	SELECT
		course.course,
		visit.visit,
		repeated.first_visit AS see,
		'session_id' AS field,
		'text' AS value_class,
		'session_id stands for two visits: give each its own' AS reason
	FROM repeated
	JOIN visit
		ON repeated.visit_key = hash(visit.session_id, visit.patient_id, visit.condition, visit.side, visit.episode_id)
		AND visit.visit <> repeated.first_visit
		AND visit.session_id IS NOT NULL
	JOIN course
		ON course.patient_id = visit.patient_id
		AND course.treated_for = hash(visit.condition, coalesce(visit.side, ''), coalesce(visit.episode_id, ''))
)
SELECT DISTINCT ON (visit)
	*
FROM found
ORDER BY
	visit,
	field
