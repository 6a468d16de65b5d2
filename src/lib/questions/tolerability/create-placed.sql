-- one row an outcome, part (everyone, one body region, one protocol) and patient who said it there: how many visits, with sums
CREATE OR REPLACE TEMP TABLE placed AS
SELECT
	outcome,
	CASE WHEN grouping(region) = 0 THEN 'region' WHEN grouping(protocol) = 0 THEN 'protocol' ELSE 'all' END AS part,
	coalesce(region, protocol, 'all') AS name,
	patient_key,
	sum(n)::INTEGER AS n,
	sum(total) AS total,
	sum(squared) AS squared
FROM felt
GROUP BY GROUPING SETS (
	(outcome, patient_key),
	(outcome, patient_key, region),
	(outcome, patient_key, protocol)
)
