-- appends a refusal for each line that is no JSON object, or that was refused when it was converted; its record number is its line
INSERT INTO stage.broken
SELECT
	$source::INTEGER AS source,
	line AS record,
	coalesce(refused, 'is not a JSON object') AS reason
FROM stage.object
WHERE object IS NULL
