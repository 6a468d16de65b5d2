-- one row: episodes of the cohort, and how many have a price for all their visits and a first score
SELECT
	count(*)::INTEGER AS episodes,
	count(DISTINCT patient_key)::INTEGER AS patients,
	count(*) FILTER (complete)::INTEGER AS complete,
	count(DISTINCT patient_key) FILTER (complete)::INTEGER AS "completePatients",
	count(DISTINCT patient_key) FILTER (NOT complete)::INTEGER AS "incompletePatients",
	count(*) FILTER (complete AND judged)::INTEGER AS judged,
	count(DISTINCT patient_key) FILTER (complete AND judged)::INTEGER AS "judgedPatients",
	count(DISTINCT patient_key) FILTER (complete AND NOT judged)::INTEGER AS "unjudgedPatients"
FROM episode_cost
