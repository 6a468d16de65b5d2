-- one row a value that an earlier import changed
CREATE VIEW stage.known_change AS
SELECT
	import_id,
	episode_key,
	session_number,
	field,
	before,
	after
FROM previous.changes
