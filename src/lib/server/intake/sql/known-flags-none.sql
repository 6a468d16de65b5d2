-- no row: the published snapshot was made before flags were kept
CREATE VIEW stage.known_flag AS
SELECT
	NULL::VARCHAR AS import_id,
	NULL::VARCHAR AS rule,
	NULL::VARCHAR AS field,
	NULL::INTEGER AS rows
WHERE false
