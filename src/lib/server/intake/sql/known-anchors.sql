-- one row a dated episode of the published snapshot: its first day, shifted
CREATE VIEW stage.known_anchor AS
SELECT
	episode_key,
	anchor,
	anchor_key
FROM previous.anchors
