-- appends the rules that the published snapshot knows
INSERT INTO next.flags
SELECT
	import_id,
	rule,
	field,
	rows
FROM stage.known_flag
