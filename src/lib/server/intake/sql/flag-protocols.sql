-- appends one visit of each episode that changes its protocol
INSERT INTO stage.flagged
WITH episode AS (
	SELECT
		placed.course,
		placed.ordinal,
		arg_min(visit.protocol, placed.session_number) AS first_protocol,
		list({'visit': visit.visit, 'source': visit.source, 'protocol': visit.protocol} ORDER BY placed.session_number) AS visits
	FROM stage.placed AS placed
	JOIN stage.course AS course
		USING (course)
	JOIN stage.visit AS visit
		USING (visit)
	WHERE course.protocols_differ
	GROUP BY
		placed.course,
		placed.ordinal
	HAVING count(DISTINCT visit.protocol) > 1
),
change AS (
	SELECT
		list_filter(visits, each -> each.protocol <> first_protocol AND each.visit >= 0)[1] AS visit,
		visits
	FROM episode
)
SELECT
	'an episode has two protocols: it counts with its first' AS rule,
	'protocol' AS field,
	coalesce(visit.source, list_filter(visits, each -> each.visit >= 0)[1].source) AS source,
	coalesce(visit.visit, list_filter(visits, each -> each.visit >= 0)[1].visit) AS "row"
FROM change
