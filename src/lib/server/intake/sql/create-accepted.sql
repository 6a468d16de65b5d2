-- one row an accepted record
CREATE VIEW stage.accepted AS
SELECT
	row_visit."row",
	row_visit.source,
	row_visit.visit
FROM stage.row_visit AS row_visit
ANTI JOIN stage.refused AS refused
	ON refused."row" = row_visit."row"
