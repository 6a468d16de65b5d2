-- one row a field of an import: the visits, and their patients, of which it changed what was there, the latest import first
SELECT
	changes.import_id AS "importId",
	changes.field,
	count(*)::INTEGER AS visits,
	count(DISTINCT episodes.patient_key)::INTEGER AS patients
FROM changes
JOIN episodes
	USING (episode_key)
GROUP BY
	changes.import_id,
	changes.field
ORDER BY
	changes.import_id DESC,
	visits DESC,
	changes.field
