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
)
SELECT
	level,
	unit,
	within,
	count(DISTINCT patient_key)::INTEGER AS patients,
	count(DISTINCT patient_key) FILTER (judgeable AND responded)::INTEGER AS responders,
	count(DISTINCT patient_key) FILTER (judgeable AND NOT responded)::INTEGER AS others,
	count(DISTINCT patient_key) FILTER (followed)::INTEGER AS followed
FROM unit
GROUP BY
	level,
	unit,
	within
ORDER BY
	level,
	unit,
	within
