-- appends the scores of the visits kept from the published snapshot
INSERT INTO stage.score
SELECT
	session.visit,
	scores.measure,
	scores.score
FROM previous.scores AS scores
JOIN previous.sessions AS sessions
	USING (episode_key, session_number)
JOIN stage.session AS session
	ON session.visit = -1 - sessions.rowid
