-- one row a rule by which an earlier import kept records that are worth a look
CREATE VIEW stage.known_flag AS
SELECT
	import_id,
	rule,
	field,
	rows
FROM previous.flags
