-- appends the lines within a quote that does not close; blank ones are no records
INSERT INTO stage.swallowed
SELECT
	$source::INTEGER AS source,
	$record::BIGINT + row_number() OVER (ORDER BY range) AS record,
	range AS line
FROM range($line::BIGINT + 1, $last::BIGINT + 1)
WHERE range NOT IN (SELECT unnest(from_json($blanks, '["BIGINT"]')))
