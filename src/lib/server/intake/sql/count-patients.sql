-- one row: how many patients the records tell of
SELECT
	count(DISTINCT patient_id)::INTEGER AS patients
FROM stage.record
