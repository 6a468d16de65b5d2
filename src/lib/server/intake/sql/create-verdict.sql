-- one row a course that both the import and the published snapshot tell of: merge their visits, replace what is held, or refuse what is told
CREATE TABLE stage.verdict AS
WITH every_visit AS (
	SELECT
		told.course,
		coalesce(told.session_date, held.session_date) AS session_date,
		coalesce(told.session_number, held.session_number) AS session_number,
		match.held IS NOT NULL
		AND told.visit IN (SELECT visit FROM stage.change)
		AND coalesce(told.session_date <> held.session_date, true)
		AND coalesce(told.session_id <> held.session_id, true) AS doubtful
	FROM stage.told AS told
	LEFT JOIN stage.match AS match
		USING (visit)
	LEFT JOIN stage.held AS held
		ON held.held = match.held
	UNION ALL
	SELECT
		held.course,
		held.session_date,
		held.session_number,
		false AS doubtful
	FROM stage.held AS held
	ANTI JOIN stage.match AS match
		ON match.held = held.held
),
whole_course AS (
	SELECT
		course,
		count(*) = count(session_date) AS dated,
		count(*) = count(DISTINCT session_number) AS numbered,
		bool_or(doubtful) AS doubtful
	FROM every_visit
	GROUP BY
		course
)
SELECT
	known_course.course,
	known_course.told,
	known_course.held,
	known_course.readable,
	CASE
		WHEN $replace::BOOLEAN THEN 'replace'
		WHEN known_course.readable
			AND (whole_course.dated OR (whole_course.numbered AND (known_course.single OR course.course_episode <> '')))
			AND (known_course.whole OR course.course_episode <> '' OR NOT whole_course.doubtful) THEN 'merge'
		WHEN known_course.whole THEN 'replace'
		ELSE 'refuse'
	END AS fate
FROM stage.known_course AS known_course
JOIN whole_course
	USING (course)
JOIN stage.course AS course
	USING (course)
