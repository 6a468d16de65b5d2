-- one row: visits of the cohort, and those that say whether there was an adverse event
SELECT
	coalesce(sum(n), 0)::INTEGER AS sessions,
	coalesce(sum(patients), 0)::INTEGER AS patients,
	coalesce(sum(recorded), 0)::INTEGER AS recorded,
	coalesce(sum(recorded_patients), 0)::INTEGER AS "recordedPatients",
	coalesce(sum(unrecorded_patients), 0)::INTEGER AS "unrecordedPatients"
FROM bunch
WHERE part = 'all'
