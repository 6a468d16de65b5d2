-- appends a refusal for each record of a course of which the warehouse holds more visits than the import
INSERT INTO stage.refused
SELECT
	row_visit."row",
	row_visit.source,
	'patient_id' AS field,
	'record' AS value_class,
	format(
		'belongs to a course of which the warehouse holds {} visits and this import only {}: import the whole course again',
		known_course.held::INTEGER,
		known_course.told::INTEGER
	) AS reason,
	NULL AS see
FROM stage.known_course AS known_course
JOIN stage.placed AS placed
	USING (course)
JOIN stage.row_visit AS row_visit
	USING (visit)
WHERE known_course.told < known_course.held
