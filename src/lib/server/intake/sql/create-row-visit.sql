-- one row an acceptable record: the visit that it tells of
CREATE VIEW stage.row_visit AS
SELECT
	typed."row",
	typed.source,
	coalesce(same_visit.visit, typed."row") AS visit
FROM stage.typed AS typed
LEFT JOIN stage.same_visit AS same_visit
	USING ("row")
WHERE typed.valid AND coalesce(same_visit.fate, 'kept') = 'kept'
