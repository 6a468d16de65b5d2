-- one row a visit: the episode of its course it belongs to and its session number there; in a course that is in order, as it is told
CREATE VIEW stage.placed AS
SELECT
	visit,
	course,
	ordinal,
	session_number,
	session_date
FROM stage.placed_apart
UNION ALL
SELECT
	visit,
	course,
	1 AS ordinal,
	session_number,
	session_date
FROM stage.orderly
