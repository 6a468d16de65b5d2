-- one row a score; the table that the questions scan
CREATE TABLE next.scores AS
SELECT
	sessions.episode_key,
	sessions.session_number,
	measure.id AS measure,
	sessions.pain_before AS score
FROM next.sessions AS sessions
ANTI JOIN stage.keyed_apart AS keyed
	ON keyed.episode_key = sessions.episode_key
JOIN stage.measure AS measure
	ON measure.holds_pain_before
WHERE sessions.pain_before IS NOT NULL
UNION ALL
SELECT
	episode.episode_key,
	orderly.session_number,
	orderly.measure,
	orderly.score
FROM stage.orderly AS orderly
JOIN stage.episode AS episode
	USING (course)
JOIN stage.measure AS measure
	ON measure.id = orderly.measure AND NOT measure.holds_pain_before
WHERE orderly.score IS NOT NULL
UNION ALL
SELECT
	keyed.episode_key,
	keyed.session_number,
	score.measure,
	score.score
FROM stage.score AS score
JOIN stage.keyed_apart AS keyed
	USING (visit)
ORDER BY
	episode_key,
	session_number,
	measure
