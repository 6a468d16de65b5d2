-- one row a visit of which every record was refused
CREATE TABLE stage.refused_visit AS
WITH touched AS MATERIALIZED (
	SELECT
		row_visit.visit
	FROM stage.row_visit AS row_visit
	SEMI JOIN stage.refused AS refused
		ON refused."row" = row_visit."row"
)
SELECT
	visit
FROM touched
EXCEPT
SELECT
	visit
FROM stage.accepted
WHERE visit IN (SELECT visit FROM touched)
