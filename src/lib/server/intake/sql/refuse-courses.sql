-- appends a refusal for each record of a course that the import tells in part where only the whole would do, or that does not fit what the snapshot holds
INSERT INTO stage.refused
WITH partial AS (
	SELECT
		verdict.course,
		CASE
			WHEN verdict.told < verdict.held THEN format('belongs to a course of which the warehouse holds {} visits and this import only {}', verdict.held, verdict.told)
			ELSE 'belongs to a course of which the warehouse holds earlier visits than this import'
		END
		|| CASE WHEN verdict.readable THEN ', without dates or session_ids that tell which are the same' ELSE ', on days that cannot be read back' END
		|| ': import the whole course again' AS reason
	FROM stage.verdict AS verdict
	WHERE verdict.fate = 'refuse'
),
unsound AS (
	SELECT
		visit.visit,
		settled.course,
		clash.field,
		clash.value_class,
		coalesce(clash.reason, 'belongs to a course of which another visit clashes: correct that one, or import the whole course with --replace') AS reason,
		clash.see
	FROM stage.settled AS settled
	JOIN stage.placed AS visit
		USING (course)
	LEFT JOIN stage.merging.clash AS clash
		ON clash.visit = visit.visit
	ANTI JOIN stage.clash AS refused
		ON refused.visit = visit.visit
	WHERE NOT settled.sound
)
SELECT
	row_visit."row",
	row_visit.source,
	'patient_id' AS field,
	'record' AS value_class,
	partial.reason,
	NULL AS see
FROM partial
JOIN stage.told AS told
	USING (course)
JOIN stage.row_visit AS row_visit
	USING (visit)
UNION ALL
SELECT
	row_visit."row",
	row_visit.source,
	coalesce(unsound.field, 'patient_id') AS field,
	coalesce(unsound.value_class, 'record') AS value_class,
	unsound.reason || CASE WHEN unsound.see < 0 THEN ' (the warehouse holds the other visit)' ELSE '' END AS reason,
	CASE WHEN unsound.see >= 0 THEN unsound.see END AS see
FROM unsound
JOIN stage.row_visit AS row_visit
	USING (visit)
