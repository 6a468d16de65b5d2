-- no row: the import continues no snapshot
CREATE VIEW stage.known_score AS
SELECT
	source AS episode_key,
	session_number,
	measure,
	score
FROM stage.visit
WHERE false
