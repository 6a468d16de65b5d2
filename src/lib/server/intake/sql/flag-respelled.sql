-- appends each visit of the import whose clinic, therapist or payer is written in another case than the one kept
INSERT INTO stage.flagged
SELECT
	respelled.field || ' is written in upper and lower case: read as one name' AS rule,
	respelled.field,
	visit.source,
	visit.visit AS "row"
FROM stage.respelled AS respelled
JOIN stage.visit AS visit
	ON respelled.spelling = CASE respelled.field WHEN 'clinic' THEN visit.clinic WHEN 'therapist' THEN visit.therapist ELSE visit.payer END
WHERE visit.visit >= 0
