-- one row: how many acceptable visits are of real patients, and how many are made up
SELECT
	count(*) FILTER (NOT starts_with(patient_id, 'synthetic-'))::INTEGER AS real,
	count(*) FILTER (starts_with(patient_id, 'synthetic-'))::INTEGER AS synthetic
FROM stage.visit
