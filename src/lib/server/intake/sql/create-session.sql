-- one row a visit of the import that goes into the next snapshot, placed; alone where it is one record; period is the month or, where $length is that of a year, the year
CREATE TABLE stage.session AS
WITH accepted AS (
	SELECT
		visit,
		course,
		ordinal,
		session_number,
		derived,
		session_date
	FROM stage.placed
	WHERE visit < 0 OR visit IN (SELECT visit FROM stage.accepted)
),
begun AS (
	SELECT
		course,
		ordinal,
		min(session_date) AS first_day
	FROM accepted
	GROUP BY
		course,
		ordinal
)
SELECT
	accepted.visit,
	accepted.visit >= 0 AND accepted.visit NOT IN (SELECT "row" FROM stage.set_aside) AS alone,
	course.patient_id,
	course.condition,
	nullif(course.course_side, '') AS side,
	nullif(course.course_episode, '') AS episode_id,
	accepted.ordinal,
	accepted.session_number,
	NOT accepted.derived AS number_told,
	accepted.session_date,
	(accepted.session_date - begun.first_day)::INTEGER AS day_offset,
	left(accepted.session_date::VARCHAR, $length::INTEGER) AS period
FROM accepted
JOIN begun
	USING (course, ordinal)
JOIN stage.course AS course
	USING (course)
