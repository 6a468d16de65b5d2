-- one row a visit of the import, in a course that the published snapshot holds too, that clashes with no other of the import
CREATE TABLE stage.told AS
WITH placed AS MATERIALIZED (
	SELECT
		placed.visit,
		placed.course,
		placed.ordinal,
		placed.session_number
	FROM stage.placed AS placed
	SEMI JOIN stage.touched AS touched
		ON touched.course = placed.course
	ANTI JOIN stage.clash AS clash
		ON clash.visit = placed.visit
)
SELECT
	placed.visit,
	placed.course,
	placed.ordinal,
	placed.session_number AS place,
	visit.session_id,
	visit.session_date,
	visit.session_number
FROM placed
JOIN stage.visit AS visit
	USING (visit)
