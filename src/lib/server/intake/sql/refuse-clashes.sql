-- appends a refusal for each record of a visit that clashes with another of the import
INSERT INTO stage.refused
SELECT
	row_visit."row",
	row_visit.source,
	clash.field,
	clash.value_class,
	clash.reason,
	clash.see
FROM stage.clash AS clash
JOIN stage.row_visit AS row_visit
	USING (visit)
