-- one row a dated episode: its first day, shifted by a number that follows from the key named and that the snapshot does not hold
CREATE TABLE next.anchors AS
SELECT
	episode.episode_key,
	anchor.anchor,
	anchor.anchor_key
FROM stage.anchor AS anchor
JOIN stage.episode AS episode
	USING (course, ordinal)
ORDER BY
	episode.episode_key
