-- appends a refusal for each line within a quote that does not close
INSERT INTO stage.broken
SELECT
	source,
	record,
	'stands within a quote that opens on line ' || $line::BIGINT || ' and does not close: close it there and import again' AS reason
FROM stage.swallowed
WHERE source = $source::INTEGER
