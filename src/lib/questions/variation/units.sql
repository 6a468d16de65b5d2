-- one row a clinic, one a therapist and clinic of most of their episodes, and one for all: the patients behind each number; unit null where not recorded
WITH home AS (
	SELECT
		therapist,
		mode(clinic ORDER BY clinic) AS clinic
	FROM outcome
	WHERE therapist IS NOT NULL
	GROUP BY
		therapist
),
unit AS (
	SELECT
		grouped.level,
		CASE grouped.level WHEN 'clinic' THEN outcome.clinic WHEN 'therapist' THEN outcome.therapist ELSE '' END AS unit,
		CASE grouped.level WHEN 'therapist' THEN coalesce(home.clinic, outcome.clinic) END AS within,
		outcome.patient_key,
		outcome.judgeable,
		outcome.responded,
		outcome.followed
	FROM outcome
	CROSS JOIN (VALUES ('all'), ('clinic'), ('therapist')) AS grouped(level)
	LEFT JOIN home
		ON home.therapist = outcome.therapist
),
-- what holds of an episode of each patient at least
patient AS (
	SELECT
		level,
		unit,
		within,
		bool_or(judgeable AND responded) AS responded,
		bool_or(judgeable AND NOT responded) AS other,
		bool_or(followed) AS followed
	FROM unit
	GROUP BY
		level,
		unit,
		within,
		patient_key
)
SELECT
	level,
	unit,
	within,
	count(*)::INTEGER AS patients,
	count(*) FILTER (responded)::INTEGER AS responders,
	count(*) FILTER (other)::INTEGER AS others,
	count(*) FILTER (followed)::INTEGER AS followed
FROM patient
GROUP BY
	level,
	unit,
	within
ORDER BY
	level,
	unit,
	within
