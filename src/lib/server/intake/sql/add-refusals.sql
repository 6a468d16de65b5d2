-- appends the reasons of this import
INSERT INTO next.refusals
SELECT
	$importId,
	field,
	reason,
	count(*)::INTEGER AS rows
FROM stage.quarantine
GROUP BY
	field,
	reason
