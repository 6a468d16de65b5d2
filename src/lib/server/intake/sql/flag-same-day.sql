-- appends each visit that lies on one day with another of its course and is told from it by its session_id
INSERT INTO stage.flagged
SELECT
	'two visits of one course lie on one day' AS rule,
	'session_date' AS field,
	visit.source,
	visit.visit AS "row"
FROM stage.placed_apart AS placed
JOIN stage.visit AS visit
	USING (visit)
WHERE placed.same_day AND visit.visit >= 0
