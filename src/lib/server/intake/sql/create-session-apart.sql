-- one row a visit of the import that goes into the next snapshot, of a course that is not in order; alone where it is one record; period is the month or, where $length is that of a year, the year
CREATE TABLE stage.session_apart AS
SELECT
	placed.visit,
	placed.visit >= 0 AND placed.visit NOT IN (SELECT "row" FROM stage.set_aside) AS alone,
	placed.course,
	placed.ordinal,
	placed.session_number,
	NOT placed.derived AS number_told,
	(placed.session_date - begun.first_day)::INTEGER AS day_offset,
	left(placed.session_date::VARCHAR, $length::INTEGER) AS period
FROM stage.placed_apart AS placed
JOIN stage.begun AS begun
	USING (course, ordinal)
WHERE placed.visit NOT IN (SELECT visit FROM stage.refused_visit)
