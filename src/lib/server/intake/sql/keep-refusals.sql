-- appends the reasons that the published snapshot knows
INSERT INTO next.refusals
SELECT
	import_id,
	field,
	reason,
	rows
FROM previous.refusals
