-- one row a file: its records by fate; blank lines are no records
SELECT
	file.number,
	(SELECT count(*)::INTEGER FROM stage.typed WHERE typed.source = file.number)
	+ (SELECT count(*)::INTEGER FROM stage.broken WHERE broken.source = file.number) AS read,
	(SELECT count(*)::INTEGER FROM stage.accepted WHERE accepted.source = file.number) AS accepted,
	(SELECT count(*)::INTEGER FROM stage.same_visit WHERE same_visit.source = file.number AND fate = 'duplicate') AS duplicates,
	(SELECT count(DISTINCT "row")::INTEGER FROM stage.quarantine WHERE quarantine.source = file.number) AS rejected
FROM stage.file AS file
ORDER BY
	file.number
