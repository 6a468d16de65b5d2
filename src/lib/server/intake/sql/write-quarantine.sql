-- the quarantine file: one row a fault
COPY (
	SELECT
		file,
		place AS line,
		field,
		value_class,
		reason || coalesce(' (see ' || see || ')', '') AS reason
	FROM stage.quarantine
) TO $path (FORMAT csv, HEADER true)
