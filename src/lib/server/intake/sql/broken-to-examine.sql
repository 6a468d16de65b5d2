-- one row a record that was left out since it does not fit the header, by its number in the file
SELECT DISTINCT
	line::INTEGER AS record
FROM reject_errors
ORDER BY
	record
