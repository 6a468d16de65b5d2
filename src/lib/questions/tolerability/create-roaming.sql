-- one row a part (everyone, one body region, one protocol) and patient with visits there, of those with several spots: the sums of the spots
CREATE OR REPLACE TEMP TABLE roaming AS
SELECT
	CASE WHEN grouping(region) = 0 THEN 'region' WHEN grouping(protocol) = 0 THEN 'protocol' ELSE 'all' END AS part,
	coalesce(region, protocol, 'all') AS name,
	patient_key,
	sum(n)::INTEGER AS n,
	sum(recorded)::INTEGER AS recorded,
	sum(peak_n)::INTEGER AS peak_n,
	sum(peak_total) AS peak_total,
	sum(peak_squared) AS peak_squared,
	sum(hours_n)::INTEGER AS hours_n,
	sum(hours_total) AS hours_total,
	sum(hours_squared) AS hours_squared,
	sum(insertion_n)::INTEGER AS insertion_n,
	sum(insertion_total) AS insertion_total,
	sum(insertion_squared) AS insertion_squared,
	sum(by_24)::INTEGER AS by_24,
	sum(by_48)::INTEGER AS by_48,
	sum(by_72)::INTEGER AS by_72
FROM spot
WHERE NOT alone
GROUP BY GROUPING SETS (
	(patient_key),
	(patient_key, region),
	(patient_key, protocol)
)
