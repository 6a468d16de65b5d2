-- one row: visits of the cohort, and those that say whether there was an adverse event
SELECT
	coalesce(sum(n), 0)::INTEGER AS sessions,
	count(*)::INTEGER AS patients,
	coalesce(sum(recorded), 0)::INTEGER AS recorded,
	count(*) FILTER (recorded > 0)::INTEGER AS "recordedPatients",
	count(*) FILTER (recorded < n)::INTEGER AS "unrecordedPatients"
FROM visited
WHERE part = 'all'
