-- one row a record of a course that is in order, which is a visit of its own: its course, and the first day of that
CREATE VIEW stage.orderly AS
SELECT
	record.rowid AS visit,
	course.course,
	course.first_day,
	record.session_id,
	record.session_date,
	record.session_number,
	record.clinic,
	record.therapist,
	record.payer,
	record.measure::VARCHAR AS measure,
	record.score
FROM stage.record AS record
JOIN stage.course AS course
	ON course.told_of = told_of(record.patient_id, record.condition, record.side, record.episode_id)
	AND course.patient_id = record.patient_id
WHERE course.in_order AND record.valid
