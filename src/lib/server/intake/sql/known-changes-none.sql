-- no row: the published snapshot was made before changes were kept
CREATE VIEW stage.known_change AS
SELECT
	NULL::VARCHAR AS import_id,
	NULL::INTEGER AS episode_key,
	NULL::INTEGER AS session_number,
	NULL::VARCHAR AS field,
	NULL::VARCHAR AS before,
	NULL::VARCHAR AS after
WHERE false
