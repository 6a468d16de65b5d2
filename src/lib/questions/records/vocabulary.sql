-- one row a value that a filter may take, over the whole snapshot
SELECT
	unpivoted.filter,
	unpivoted.value,
	count(*)::INTEGER AS n,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM (
	SELECT
		patient_key,
		condition,
		protocol,
		clinic,
		therapist,
		payer,
		sex,
		age_band AS "ageBand",
		chronicity,
		period
	FROM episodes
) AS episode
UNPIVOT (value FOR filter IN (condition, protocol, clinic, therapist, payer, sex, "ageBand", chronicity, period)) AS unpivoted
GROUP BY
	unpivoted.filter,
	unpivoted.value
ORDER BY
	unpivoted.filter,
	unpivoted.value
