-- one row a visit of a published snapshot that does not say which numbers were given
CREATE VIEW stage.known_session AS
SELECT
	sessions.rowid AS held,
	sessions.*,
	NULL::BOOLEAN AS number_told
FROM previous.sessions AS sessions
