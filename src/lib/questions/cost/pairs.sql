-- one row a currency and pair of protocols: difference in cost an episode and in share of responders, with variances from patients' sums
WITH summed AS (
	SELECT
		currency,
		protocol,
		patient_key,
		count(*) AS n,
		sum(cost) AS cost,
		count(*) FILTER (responded) AS responded
	FROM episode_cost
	WHERE
		complete
		AND judged
	GROUP BY
		currency,
		protocol,
		patient_key
),
-- alone: with episodes of this protocol only
patient AS MATERIALIZED (
	SELECT
		currency,
		protocol,
		patient_key,
		n,
		cost,
		responded,
		count(*) OVER (PARTITION BY currency, patient_key) = 1 AS alone
	FROM summed
),
arm AS (
	SELECT
		currency,
		protocol,
		sum(n) AS n,
		count(*) AS patients,
		sum(cost) / sum(n) AS cost,
		sum(responded) / sum(n) AS effect
	FROM patient
	GROUP BY
		currency,
		protocol
),
pair AS (
	SELECT
		first.currency,
		first.protocol,
		second.protocol AS against,
		first.n AS n,
		second.n AS against_n,
		first.patients AS patients,
		second.patients AS against_patients,
		first.cost AS cost,
		second.cost AS against_cost,
		first.effect AS effect,
		second.effect AS against_effect
	FROM arm AS first
	JOIN arm AS second
		ON second.currency = first.currency
		AND second.protocol > first.protocol
),
-- a patient of one protocol brings the same to each pair of it
brought_alone AS (
	SELECT
		patient.currency,
		patient.protocol,
		count(*) AS clusters,
		sum(((patient.cost - arm.cost * patient.n) / arm.n) ** 2) AS cost_squares,
		sum(((patient.responded - arm.effect * patient.n) / arm.n) ** 2) AS effect_squares,
		sum((patient.cost - arm.cost * patient.n) / arm.n * (patient.responded - arm.effect * patient.n) / arm.n) AS products
	FROM patient
	JOIN arm
		USING (currency, protocol)
	WHERE patient.alone
	GROUP BY
		patient.currency,
		patient.protocol
),
influence AS (
	SELECT
		pair.currency,
		pair.protocol,
		pair.against,
		patient.patient_key,
		sum(
			CASE
				WHEN patient.protocol = pair.protocol THEN (patient.cost - pair.cost * patient.n) / pair.n
				ELSE -(patient.cost - pair.against_cost * patient.n) / pair.against_n
			END
		) AS of_cost,
		sum(
			CASE
				WHEN patient.protocol = pair.protocol THEN (patient.responded - pair.effect * patient.n) / pair.n
				ELSE -(patient.responded - pair.against_effect * patient.n) / pair.against_n
			END
		) AS of_effect
	FROM pair
	JOIN patient
		ON patient.currency = pair.currency
		AND patient.protocol IN (pair.protocol, pair.against)
	WHERE NOT patient.alone
	GROUP BY
		pair.currency,
		pair.protocol,
		pair.against,
		patient.patient_key
),
brought AS (
	SELECT
		pair.currency,
		pair.protocol,
		pair.against,
		brought_alone.clusters,
		brought_alone.cost_squares,
		brought_alone.effect_squares,
		brought_alone.products
	FROM pair
	JOIN brought_alone
		ON brought_alone.currency = pair.currency
		AND brought_alone.protocol IN (pair.protocol, pair.against)
	UNION ALL
	SELECT
		currency,
		protocol,
		against,
		1 AS clusters,
		of_cost ** 2 AS cost_squares,
		of_effect ** 2 AS effect_squares,
		of_cost * of_effect AS products
	FROM influence
),
clustered AS (
	SELECT
		currency,
		protocol,
		against,
		sum(clusters) AS clusters,
		sum(cost_squares) AS cost_squares,
		sum(effect_squares) AS effect_squares,
		sum(products) AS products
	FROM brought
	GROUP BY
		currency,
		protocol,
		against
)
SELECT
	currency,
	protocol,
	against,
	pair.n::INTEGER AS n,
	pair.against_n::INTEGER AS "againstN",
	pair.patients::INTEGER AS patients,
	pair.against_patients::INTEGER AS "againstPatients",
	pair.cost AS "ownCost",
	pair.against_cost AS "againstCost",
	pair.effect AS "ownEffect",
	pair.against_effect AS "againstEffect",
	pair.cost - pair.against_cost AS cost,
	pair.effect - pair.against_effect AS effect,
	clustered.clusters::INTEGER AS clusters,
	clustered.cost_squares * clustered.clusters / nullif(clustered.clusters - 1, 0) AS "costVariance",
	clustered.effect_squares * clustered.clusters / nullif(clustered.clusters - 1, 0) AS "effectVariance",
	clustered.products * clustered.clusters / nullif(clustered.clusters - 1, 0) AS covariance
FROM pair
JOIN clustered
	USING (currency, protocol, against)
ORDER BY
	currency,
	protocol,
	against
