-- appends each record of a visit that an earlier record names by another session_id
INSERT INTO stage.flagged
SELECT
	'one visit has two session_ids: it is kept once' AS rule,
	'session_id' AS field,
	source,
	"row"
FROM stage.same_visit
WHERE renamed AND fate <> 'conflict'
