-- one row a currency and part (everyone, one protocol or one payer): costs of episodes that responded and of those that did not, and moments of patients' sums
WITH episode AS (
	SELECT
		patient_key,
		currency,
		cost,
		responded,
		unnest([{'part': 'all', 'name': 'all'}, {'part': 'protocol', 'name': protocol}, {'part': 'payer', 'name': payer}], recursive := true)
	FROM episode_cost
	WHERE
		complete
		AND judged
),
summed AS (
	SELECT
		currency,
		part,
		name,
		count(*) AS n,
		count(DISTINCT patient_key) AS patients,
		count(DISTINCT patient_key) FILTER (responded) AS responder_patients,
		count(DISTINCT patient_key) FILTER (NOT responded) AS other_patients,
		count(*) FILTER (responded) AS responders,
		avg(cost) FILTER (responded) AS responder_mean,
		stddev_samp(cost) FILTER (responded) AS responder_sd,
		avg(cost) FILTER (NOT responded) AS other_mean,
		stddev_samp(cost) FILTER (NOT responded) AS other_sd
	FROM episode
	GROUP BY
		currency,
		part,
		name
),
patient AS (
	SELECT
		currency,
		part,
		name,
		sum(cost) AS cost,
		count(*) FILTER (responded) AS responded
	FROM episode
	GROUP BY
		currency,
		part,
		name,
		patient_key
),
moments AS (
	SELECT
		currency,
		part,
		name,
		avg(cost) AS cost,
		avg(responded) AS responded,
		var_samp(cost) / count(*) AS cost_variance,
		var_samp(responded) / count(*) AS responded_variance,
		covar_samp(cost, responded) / count(*) AS covariance
	FROM patient
	GROUP BY
		currency,
		part,
		name
)
SELECT
	currency,
	part,
	name,
	summed.n::INTEGER AS n,
	summed.patients::INTEGER AS patients,
	summed.responder_patients::INTEGER AS "responderPatients",
	summed.other_patients::INTEGER AS "otherPatients",
	summed.responders::INTEGER AS responders,
	summed.responder_mean AS "responderMean",
	summed.responder_sd AS "responderSd",
	summed.other_mean AS "otherMean",
	summed.other_sd AS "otherSd",
	moments.cost,
	moments.responded,
	moments.cost_variance AS "costVariance",
	moments.responded_variance AS "respondedVariance",
	moments.covariance
FROM summed
JOIN moments
	USING (currency, part, name)
ORDER BY
	currency,
	part,
	name
