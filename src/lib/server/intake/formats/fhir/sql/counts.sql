-- one row: how many visits there are, and how many were left out or are in doubt, by reason
SELECT
	(SELECT count(*)::INTEGER FROM record) AS records,
	(SELECT count(*)::INTEGER FROM visit WHERE treated AND NOT gone) AS visits,
	(SELECT count(*)::INTEGER FROM visit WHERE gone) AS gone,
	(SELECT count(*)::INTEGER FROM visit WHERE NOT treated AND NOT gone) AS untreated,
	(SELECT count(*)::INTEGER FROM encounter WHERE NOT gone AND key NOT IN (SELECT encounter FROM visit WHERE encounter IS NOT NULL)) AS idle,
	(SELECT count(*)::INTEGER FROM visit WHERE treated AND NOT gone AND several_protocols) AS several_protocols,
	(SELECT count(DISTINCT visit)::INTEGER FROM treated JOIN visit USING (visit) WHERE doubtful AND visit.treated AND NOT gone) AS doubtful,
	(SELECT coalesce(sum(further), 0)::INTEGER FROM scored JOIN visit USING (visit) WHERE visit.treated AND NOT gone) AS further,
	(SELECT count(*)::INTEGER FROM told_row WHERE telling > 1) AS repeated,
	(SELECT count(*) = 0 FROM event WHERE type = 'Procedure') AS no_treatment
