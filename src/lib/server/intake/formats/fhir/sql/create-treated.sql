-- one row a visit and condition: the ones that its treatment names as the reason, else its encounter; else, where neither names any, the only one the patient had then
CREATE TABLE treated AS
WITH condition AS (
	SELECT
		coalesce(row.key, row.place) AS key,
		coalesce(alias.key, row.patient) AS patient,
		row.entry,
		row.side,
		row."start",
		row."end"
	FROM row
	LEFT JOIN alias
		ON alias.type = 'Patient' AND alias.alias = row.patient
	WHERE row.type = 'Condition'
),
reason AS (
	SELECT visit, 1 AS nearness, unnest(reasons) AS entry, NULL AS key FROM event
	UNION ALL
	SELECT visit, 1, NULL, unnest(reason_keys) FROM event
	UNION ALL
	SELECT visit.visit, 2, unnest(encounter.reasons), NULL FROM visit JOIN encounter ON encounter.key = visit.encounter
	UNION ALL
	SELECT visit.visit, 2, NULL, unnest(encounter.reason_keys) FROM visit JOIN encounter ON encounter.key = visit.encounter
),
named AS (
	SELECT
		reason.visit,
		reason.nearness,
		coalesce(reason.entry, condition.entry) AS entry,
		condition.side
	FROM reason
	LEFT JOIN alias
		ON alias.type = 'Condition' AND alias.alias = reason.key
	LEFT JOIN condition
		ON condition.key = coalesce(alias.key, reason.key)
	WHERE coalesce(reason.entry, condition.entry) IS NOT NULL
),
present AS (
	SELECT
		visit.visit,
		CASE
			WHEN coalesce(left(condition."start", 10) <= visit.day, true) AND coalesce(visit.day <= left(condition."end", 10), true) THEN 3
			ELSE 4
		END AS nearness,
		condition.entry,
		condition.side
	FROM visit
	JOIN condition
		USING (patient)
	WHERE visit.visit NOT IN (SELECT visit FROM reason)
),
candidate AS (
	SELECT * FROM named
	UNION ALL
	SELECT * FROM present
),
nearest AS (
	SELECT
		visit,
		entry,
		CASE WHEN count(DISTINCT side) = 1 THEN min(side) END AS side,
		nearness
	FROM candidate
	GROUP BY
		visit,
		entry,
		nearness
	QUALIFY nearness = min(nearness) OVER (PARTITION BY visit)
)
SELECT
	visit,
	entry,
	side,
	count(*) OVER (PARTITION BY visit) > 1 AS several,
	nearness > 2 AND count(*) OVER (PARTITION BY visit) > 1 AS doubtful
FROM nearest
