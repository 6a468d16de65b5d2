-- one row a visit of the published snapshot; number_told is whether its number was given, not derived
CREATE VIEW stage.known_session AS
SELECT
	sessions.rowid AS held,
	sessions.*
FROM previous.sessions AS sessions
