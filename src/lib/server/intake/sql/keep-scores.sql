-- appends the scores of visits that stay or are merged, by each measure that the import does not tell of them
INSERT INTO stage.score
SELECT
	session.visit,
	scores.measure,
	scores.score
FROM stage.known_score AS scores
JOIN stage.known_session AS known_session
	USING (episode_key, session_number)
LEFT JOIN stage.match AS match
	USING (held)
JOIN stage.session_apart AS session
	ON session.visit = coalesce(match.visit, -1 - known_session.held)
ANTI JOIN stage.score AS told
	ON told.visit = session.visit AND told.measure = scores.measure
