-- no row: the published snapshot was made before first days were kept
CREATE VIEW stage.known_anchor AS
SELECT
	NULL::INTEGER AS episode_key,
	NULL::UINTEGER AS anchor,
	NULL::VARCHAR AS anchor_key
WHERE false
