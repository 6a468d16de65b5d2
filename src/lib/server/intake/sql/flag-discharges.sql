-- appends each visit that follows a discharge and yet belongs to what was discharged, by its episode_id or its number
INSERT INTO stage.flagged
SELECT
	CASE
		WHEN visit.episode_id IS NULL THEN 'session_number goes on counting after a discharge: kept as a new episode'
		WHEN visit.discharge_reason IS NOT NULL THEN 'an episode has two discharges: the last one counts'
		ELSE 'a visit follows the discharge of its episode: it is kept in it'
	END AS rule,
	CASE WHEN visit.episode_id IS NULL THEN 'session_number' ELSE 'discharge_reason' END AS field,
	visit.source,
	visit.visit AS "row"
FROM stage.placed_apart AS placed
JOIN stage.visit AS visit
	USING (visit)
WHERE placed.discharged_before
	AND visit.visit >= 0
	AND (visit.episode_id IS NOT NULL OR visit.session_number > 1)
