-- one row: rows of the export by what became of them
SELECT
	(SELECT count(*)::INTEGER FROM placed) AS read,
	(SELECT count(*)::INTEGER FROM visit) AS visits,
	(SELECT count(DISTINCT record)::INTEGER FROM placed WHERE record NOT IN (SELECT record FROM visit)) AS without_visit,
	(SELECT count(*)::INTEGER FROM cell WHERE trim(value) IN (SELECT unnest($missing)) AND field <> $record AND NOT contains(field, '___')) AS missing,
	(SELECT coalesce(string_agg(event, ', ' ORDER BY number), '') FROM (SELECT event, min(number) AS number FROM visit WHERE event <> '' GROUP BY event)) AS events
