-- one row a dated episode: its first day, shifted by a number that follows from the key named and that the snapshot does not hold
CREATE TABLE next.anchors AS
SELECT
	keyed.episode_key,
	anchor.anchor,
	anchor.anchor_key
FROM stage.anchor AS anchor
JOIN stage.keyed AS keyed
	USING (visit)
ORDER BY
	keyed.episode_key
