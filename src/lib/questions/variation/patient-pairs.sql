-- one row two patterns: how many pairs of episodes of one patient under one clinic or therapist have them, each two counted once, and sums of their outcomes
WITH several AS (
	SELECT
		episode_key,
		patient_key,
		clinic,
		therapist,
		{
			'condition': condition,
			'chronicity': chronicity,
			'sex': sex,
			'ageBand': age_band,
			'baseline': baseline,
			'clinic': clinic,
			'therapist': therapist
		} AS pattern,
		followed,
		change,
		judgeable,
		responded
	FROM outcome
	QUALIFY count(*) OVER (PARTITION BY patient_key) > 1
)
SELECT
	one.pattern AS a,
	other.pattern AS b,
	count(*) FILTER (one.judgeable AND other.judgeable)::INTEGER AS started,
	count(*) FILTER (one.judgeable AND other.judgeable AND one.responded)::INTEGER AS "respondersA",
	count(*) FILTER (one.judgeable AND other.judgeable AND other.responded)::INTEGER AS "respondersB",
	count(*) FILTER (one.judgeable AND other.judgeable AND one.responded AND other.responded)::INTEGER AS "bothResponded",
	count(*) FILTER (one.followed AND other.followed)::INTEGER AS followed,
	coalesce(sum(one.change) FILTER (other.followed), 0)::DOUBLE AS "sumA",
	coalesce(sum(other.change) FILTER (one.followed), 0)::DOUBLE AS "sumB",
	coalesce(sum(one.change * other.change), 0)::DOUBLE AS products
FROM several AS one
JOIN several AS other
	USING (patient_key)
WHERE one.episode_key < other.episode_key AND (one.clinic = other.clinic OR one.therapist = other.therapist)
GROUP BY
	one.pattern,
	other.pattern
ORDER BY
	one.pattern,
	other.pattern
