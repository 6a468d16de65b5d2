-- one row a score; the table that the questions scan
CREATE TABLE next.scores AS
SELECT
	keyed.episode_key,
	keyed.session_number,
	score.measure,
	score.score
FROM stage.score AS score
JOIN stage.keyed AS keyed
	USING (visit)
ORDER BY
	keyed.episode_key,
	keyed.session_number,
	score.measure
