-- one row a visit, measure and time (before the treatment or after it): the score nearest to the treatment, else the first
CREATE TABLE scored AS
WITH timed AS (
	SELECT
		event.visit,
		event.entry AS measure,
		event.before AS pain,
		coalesce(event.before AND event.moment > visit.treated_at, false) AS after,
		event.value,
		event.refused,
		event.place,
		event.moment IS NULL AS untimed,
		CASE WHEN event.before AND visit.treated_at IS NOT NULL THEN -event.moment ELSE event.moment END AS turn
	FROM event
	JOIN visit
		USING (visit)
	WHERE event.type = 'Score'
),
ranked AS (
	SELECT
		*,
		rank() OVER (PARTITION BY visit, measure, after ORDER BY untimed, turn) AS place_in_turn,
		count(*) OVER (PARTITION BY visit, measure, after) AS scores
	FROM timed
)
SELECT
	visit,
	measure,
	any_value(pain) AS pain,
	after,
	min(value) AS value,
	min(place) AS place,
	CASE
		WHEN min(refused) IS NOT NULL THEN min(refused)
		WHEN min(value) <> max(value) THEN 'two scores of one visit, of the same measure and time, disagree: correct one of them'
	END AS refused,
	any_value(scores) - count(*) AS further
FROM ranked
WHERE place_in_turn = 1
GROUP BY
	visit,
	measure,
	after
