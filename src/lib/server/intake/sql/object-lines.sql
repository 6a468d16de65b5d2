-- appends the line of each record that is sought of one file of objects, and of each broken one: the line is what it was counted by
INSERT INTO stage.line_number
SELECT
	record.source,
	sought."row",
	record.line
FROM stage.sought AS sought
JOIN stage.record AS record
	ON record.rowid = sought."row"
WHERE record.source = $source::INTEGER
UNION ALL
SELECT
	source,
	-1 - record AS "row",
	record AS line
FROM stage.broken
WHERE source = $source::INTEGER
