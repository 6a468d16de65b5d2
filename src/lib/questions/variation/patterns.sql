-- one row a case mix, clinic and therapist: episodes started and responders, episodes followed and the sums of their change
SELECT
	condition,
	chronicity,
	sex,
	age_band AS "ageBand",
	baseline,
	clinic,
	therapist,
	count(*) FILTER (judgeable)::INTEGER AS started,
	count(*) FILTER (judgeable AND responded)::INTEGER AS responders,
	count(*) FILTER (followed)::INTEGER AS followed,
	coalesce(sum(change), 0) AS sum,
	coalesce(sum(change * change), 0) AS squares
FROM outcome
GROUP BY
	condition,
	chronicity,
	sex,
	age_band,
	baseline,
	clinic,
	therapist
ORDER BY
	condition,
	chronicity,
	sex,
	age_band,
	baseline,
	clinic,
	therapist
