-- one row a visit of the import that goes into the next snapshot, placed; alone where it is one record; period is the month or, where $length is that of a year, the year
CREATE TABLE stage.session AS
WITH touched AS MATERIALIZED (
	SELECT
		row_visit.visit
	FROM stage.row_visit AS row_visit
	SEMI JOIN stage.refused AS refused
		ON refused."row" = row_visit."row"
),
refused AS (
	SELECT
		visit
	FROM touched
	EXCEPT
	SELECT
		visit
	FROM stage.accepted
	WHERE visit IN (SELECT visit FROM touched)
),
placed AS NOT MATERIALIZED (
	SELECT
		visit,
		course,
		ordinal,
		session_number,
		derived,
		session_date
	FROM stage.placed
	WHERE visit NOT IN (SELECT visit FROM refused)
),
begun AS (
	SELECT
		course,
		ordinal,
		min(session_date) AS first_day
	FROM placed
	GROUP BY
		course,
		ordinal
)
SELECT
	placed.visit,
	placed.visit >= 0 AND placed.visit NOT IN (SELECT "row" FROM stage.set_aside) AS alone,
	placed.course,
	placed.ordinal,
	placed.session_number,
	NOT placed.derived AS number_told,
	placed.session_date,
	(placed.session_date - begun.first_day)::INTEGER AS day_offset,
	left(placed.session_date::VARCHAR, $length::INTEGER) AS period
FROM placed
JOIN begun
	USING (course, ordinal)
