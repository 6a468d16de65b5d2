-- one row a currency and part (everyone, one protocol or one payer): costs of episodes that responded and of those that did not, and moments of patients' sums
WITH episode AS (
	SELECT
		patient_key,
		currency,
		protocol,
		payer,
		cost,
		responded
	FROM episode_cost
	WHERE
		complete
		AND judged
),
summed AS (
	SELECT
		currency,
		CASE WHEN grouping(protocol) = 0 THEN 'protocol' WHEN grouping(payer) = 0 THEN 'payer' ELSE 'all' END AS part,
		coalesce(protocol, payer, 'all') AS name,
		count(*) AS n,
		count(*) FILTER (responded) AS responders,
		avg(cost) FILTER (responded) AS responder_mean,
		stddev_samp(cost) FILTER (responded) AS responder_sd,
		avg(cost) FILTER (NOT responded) AS other_mean,
		stddev_samp(cost) FILTER (NOT responded) AS other_sd
	FROM episode
	GROUP BY GROUPING SETS ((currency), (currency, protocol), (currency, payer))
),
patient AS (
	SELECT
		currency,
		CASE WHEN grouping(protocol) = 0 THEN 'protocol' WHEN grouping(payer) = 0 THEN 'payer' ELSE 'all' END AS part,
		coalesce(protocol, payer, 'all') AS name,
		sum(cost) AS cost,
		count(*) AS n,
		count(*) FILTER (responded) AS responded
	FROM episode
	GROUP BY GROUPING SETS ((currency, patient_key), (currency, protocol, patient_key), (currency, payer, patient_key))
),
moments AS (
	SELECT
		currency,
		part,
		name,
		count(*) AS patients,
		count(*) FILTER (responded > 0) AS responder_patients,
		count(*) FILTER (responded < n) AS other_patients,
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
	moments.patients::INTEGER AS patients,
	moments.responder_patients::INTEGER AS "responderPatients",
	moments.other_patients::INTEGER AS "otherPatients",
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
