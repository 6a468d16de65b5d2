-- one row an episode of the cohort: what its visits cost, whether all of them have a price in one currency, and whether it responded
CREATE OR REPLACE TEMP TABLE episode_cost AS
WITH price AS (
	SELECT
		cohort.episode_key,
		cohort.patient_key,
		sum(sessions.cost) AS cost,
		coalesce(min(sessions.currency), 'not-recorded') AS currency,
		count(*) AS visits,
		count(sessions.cost) AS priced,
		count(DISTINCT coalesce(sessions.currency, 'not-recorded')) FILTER (sessions.cost IS NOT NULL) AS currencies
	FROM cohort
	JOIN sessions
		USING (episode_key)
	GROUP BY
		cohort.episode_key,
		cohort.patient_key
)
SELECT
	price.episode_key,
	price.patient_key,
	coalesce(episodes.protocol, 'not-recorded') AS protocol,
	coalesce(episodes.payer, 'not-recorded') AS payer,
	price.currency,
	price.cost,
	price.priced = price.visits AND price.currencies = 1 AS complete,
	scored_course.first_score IS NOT NULL AND scored_course.judgeable AS judged,
	scored_course.responded
FROM price
JOIN episodes
	USING (episode_key)
JOIN scored_course
	USING (episode_key)
