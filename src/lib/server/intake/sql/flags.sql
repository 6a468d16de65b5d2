-- one row a rule by which records were kept and are worth a look, the most frequent first, with the first place
WITH placed AS (
	SELECT
		flagged.rule,
		flagged.field,
		flagged.source,
		line_number.line AS line,
		coalesce(place.place, file.name || ':' || line_number.line, file.name) AS place
	FROM stage.flagged AS flagged
	JOIN stage.file AS file
		ON file.number = flagged.source
	LEFT JOIN stage.line_number AS line_number
		ON line_number.source = flagged.source AND line_number."row" = flagged."row"
	LEFT JOIN stage.place AS place
		ON place.source = flagged.source AND place.line = line_number.line
)
SELECT
	rule,
	field,
	count(*)::INTEGER AS rows,
	arg_min(place, (source, coalesce(line, 0))) AS first
FROM placed
GROUP BY
	rule,
	field
ORDER BY
	rows DESC,
	field,
	rule
