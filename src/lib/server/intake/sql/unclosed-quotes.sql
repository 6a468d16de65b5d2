-- one row: whether a quote of the file read last does not close
SELECT
	count(*) > 0 AS found
FROM reject_errors
WHERE error_type = 'UNQUOTED VALUE'
