-- appends the line of each broken JSON line: the line is what it was counted by
INSERT INTO stage.line_number
SELECT
	source,
	-1 - record AS "row",
	record AS line
FROM stage.broken
WHERE source = $source::INTEGER
