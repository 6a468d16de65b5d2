-- appends a refusal for each record whose columns do not fit the header; record counts from the header, which is 1
INSERT INTO stage.broken
SELECT DISTINCT ON (line)
	$source::INTEGER AS source,
	line::BIGINT AS record,
	CASE error_type
		WHEN 'MISSING COLUMNS' THEN 'has fewer columns than the header: look for a line break or a missing delimiter'
		WHEN 'TOO MANY COLUMNS' THEN 'has more columns than the header: put quotes around a value that contains the delimiter'
		WHEN 'UNQUOTED VALUE' THEN 'has a quote that does not close, or text after a closing quote'
		WHEN 'INVALID ENCODING' THEN 'is not UTF-8: save the file as UTF-8'
		WHEN 'LINE SIZE OVER MAXIMUM' THEN 'is longer than 2 MB: look for a missing line break, or a quote that does not close'
		ELSE 'cannot be read as a record'
	END AS reason
FROM reject_errors
ORDER BY
	line
