-- one row a score of the published snapshot
CREATE VIEW stage.known_score AS
SELECT
	episode_key,
	session_number,
	measure,
	score
FROM previous.scores
