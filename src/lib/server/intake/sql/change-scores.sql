-- appends each score of a merged visit that the import changes; pain before is told of with the visit's own fields
INSERT INTO stage.change BY NAME
SELECT
	match.visit,
	told.measure AS field,
	scores.score::VARCHAR AS before,
	told.score::VARCHAR AS after
FROM stage.match AS match
JOIN stage.known_session AS known_session
	USING (held)
JOIN stage.known_score AS scores
	USING (episode_key, session_number)
JOIN stage.score AS told
	ON told.visit = match.visit AND told.measure = scores.measure AND told.score <> scores.score
JOIN stage.measure AS measure
	ON measure.id = told.measure AND NOT measure.holds_pain_before
