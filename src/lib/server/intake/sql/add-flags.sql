-- appends the rules of this import
INSERT INTO next.flags
SELECT
	$importId,
	rule,
	field,
	count(*)::INTEGER AS rows
FROM stage.flagged
GROUP BY
	rule,
	field
