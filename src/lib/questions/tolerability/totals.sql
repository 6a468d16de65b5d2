-- one row: visits of the cohort, and those that say whether there was an adverse event
SELECT
	count(*)::INTEGER AS sessions,
	count(DISTINCT cohort.patient_key)::INTEGER AS patients,
	count(sessions.adverse_event)::INTEGER AS recorded,
	count(DISTINCT cohort.patient_key) FILTER (sessions.adverse_event IS NOT NULL)::INTEGER AS "recordedPatients",
	count(DISTINCT cohort.patient_key) FILTER (sessions.adverse_event IS NULL)::INTEGER AS "unrecordedPatients"
FROM cohort
JOIN sessions
	USING (episode_key)
