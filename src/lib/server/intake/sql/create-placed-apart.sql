-- one row a visit of a course that is not in order: the episode of its course it belongs to and its session number there, and whether that is worth a closer look
CREATE TABLE placed_apart AS
WITH belonging AS (
	SELECT
		visit.visit,
		course.course,
		course.dated,
		course.numbered,
		course.mixed,
		course.unique_numbers,
		visit.episode_id IS NOT NULL AS named,
		visit.session_id IS NOT NULL AS tagged,
		visit.discharge_reason IS NOT NULL AS discharged,
		visit.session_id,
		visit.session_date,
		visit.session_number
	FROM visit
	JOIN course
		ON course.patient_id = visit.patient_id
		AND course.treated_for = hash(visit.condition, coalesce(visit.side, ''), coalesce(visit.episode_id, ''))
	WHERE NOT course.in_order
),
compared AS (
	SELECT
		* EXCLUDE (session_id),
		row_number() OVER course_order AS place,
		coalesce(lag(discharged) OVER course_order, false) AS discharged_before,
		lag(session_date) OVER course_order AS date_before,
		last_value(session_number IGNORE NULLS) OVER (course_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS number_before
	FROM belonging
	WINDOW course_order AS (
		PARTITION BY course
		ORDER BY
			CASE WHEN dated THEN session_date END,
			CASE WHEN dated OR unique_numbers THEN session_number END,
			CASE WHEN dated AND NOT unique_numbers THEN session_id END,
			visit
	)
),
opened AS MATERIALIZED (
	SELECT
		*,
		coalesce(NOT named
		AND (
			discharged_before
			OR (session_number < number_before AND (session_number = 1 OR NOT dated))
			OR (session_number <= number_before AND session_date - date_before > $gap::INTEGER)
			OR (session_number = 1 AND number_before = 1)
			OR (NOT numbered AND session_date - date_before > $gap::INTEGER)
		), false) AS opens,
		coalesce(dated AND session_number = 1 AND session_number < number_before AND NOT discharged_before AND session_date - date_before <= $gap::INTEGER, false) AS restarts
	FROM compared
),
-- courses of several episodes or with visits that have no number; in all others numbers stand as they are told
uneven AS MATERIALIZED (
	SELECT DISTINCT
		course
	FROM opened
	WHERE opens OR session_number IS NULL
),
-- a first visit that lies between a higher number and one higher still, or behind a second visit that has none before it, has a wrong date or number
begun AS (
	SELECT
		* EXCLUDE (opens),
		opens
		AND NOT (
			restarts
			AND coalesce(lead(session_number) OVER course_order > number_before OR (number_before = 2 AND lag(session_number, 2, 2) OVER course_order <> 1), false)
		) AS opens
	FROM opened
	SEMI JOIN uneven
		USING (course)
	WINDOW course_order AS (PARTITION BY course ORDER BY place)
),
divided AS (
	SELECT
		*,
		count(*) FILTER (opens) OVER (PARTITION BY course ORDER BY place) + 1 AS ordinal
	FROM begun
),
counted AS (
	SELECT
		*,
		count(session_number) OVER (PARTITION BY course, ordinal ORDER BY place) AS stretch
	FROM divided
),
numbered AS (
	SELECT
		*,
		coalesce(max(session_number) OVER (PARTITION BY course, ordinal, stretch) - 1, 0)
		+ row_number() OVER (PARTITION BY course, ordinal, stretch ORDER BY place) AS number
	FROM counted
	UNION ALL BY NAME
	SELECT
		*,
		1 AS ordinal,
		session_number AS number
	FROM opened
	ANTI JOIN uneven
		USING (course)
)
SELECT
	visit,
	course,
	ordinal::INTEGER AS ordinal,
	place,
	session_date,
	tagged,
	session_number IS NULL AS derived,
	discharged_before,
	coalesce(session_date = date_before, false) AS same_day,
	mixed OR coalesce(session_date = date_before OR (NOT opens AND session_number <= number_before), false) AS suspect,
	number::INTEGER AS session_number
FROM numbered
