-- the records as JSON lines
COPY (
	SELECT
		* EXCLUDE (visit)
	FROM record
) TO $path (FORMAT json)
