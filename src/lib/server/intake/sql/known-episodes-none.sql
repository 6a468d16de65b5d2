-- no row: the import continues no snapshot
CREATE VIEW stage.known_episode AS
SELECT
	source AS episode_key,
	patient_id,
	condition,
	side,
	episode_id,
	source AS ordinal
FROM stage.visit
WHERE false
