-- leaves visits that the import gives no day with the month or year that the published snapshot keeps of them
UPDATE stage.session_apart
SET period = left(held.period, $length::INTEGER)
FROM (
	SELECT
		-1 - held.held AS visit,
		held.period
	FROM stage.held AS held
	UNION ALL
	SELECT
		match.visit,
		held.period
	FROM stage.match AS match
	JOIN stage.held AS held
		USING (held)
	JOIN stage.told AS told
		ON told.visit = match.visit
	WHERE told.session_date IS NULL
) AS held
WHERE held.visit = stage.session_apart.visit AND length(held.period) < length(stage.session_apart.period)
