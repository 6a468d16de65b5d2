-- appends a refusal for each record of a course of which the warehouse holds visits that the import does not tell of
INSERT INTO stage.refused
SELECT
	row_visit."row",
	row_visit.source,
	'patient_id' AS field,
	'record' AS value_class,
	CASE WHEN known_course.told < known_course.held
		THEN format(
			'belongs to a course of which the warehouse holds {} visits and this import only {}: import the whole course again',
			known_course.held::INTEGER,
			known_course.told::INTEGER
		)
		ELSE 'belongs to a course of which the warehouse holds earlier visits than this import: import the whole course again'
	END AS reason,
	NULL AS see
FROM stage.known_course AS known_course
JOIN stage.placed AS placed
	USING (course)
JOIN stage.row_visit AS row_visit
	USING (visit)
WHERE NOT known_course.whole
