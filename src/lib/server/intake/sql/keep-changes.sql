-- appends the changes that the published snapshot knows, of visits that stay
INSERT INTO next.changes
SELECT
	known_change.import_id,
	keyed.episode_key,
	keyed.session_number,
	known_change.field,
	known_change.before,
	known_change.after
FROM stage.known_change AS known_change
JOIN stage.known_session AS known_session
	USING (episode_key, session_number)
LEFT JOIN stage.match AS match
	USING (held)
JOIN stage.keyed_apart AS keyed
	ON keyed.visit = coalesce(match.visit, -1 - known_session.held)
