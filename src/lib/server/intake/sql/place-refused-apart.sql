-- appends the visits of courses in order of which a visit was refused
INSERT INTO stage.placed_apart BY NAME
WITH refused_course AS (
	SELECT DISTINCT
		orderly.course
	FROM stage.orderly AS orderly
	SEMI JOIN stage.refused_visit AS refused_visit
		ON refused_visit.visit = orderly.visit
)
SELECT
	orderly.visit,
	orderly.course,
	1 AS ordinal,
	orderly.session_number AS place,
	orderly.session_date,
	orderly.session_id IS NOT NULL AS tagged,
	false AS derived,
	false AS discharged_before,
	false AS same_day,
	false AS suspect,
	orderly.session_number
FROM stage.orderly AS orderly
SEMI JOIN refused_course
	ON refused_course.course = orderly.course
