-- one row a clinic and a month in which it has visits ("not-recorded" where unknown): the visits and their patients
SELECT
	coalesce(sessions.clinic, 'not-recorded') AS clinic,
	coalesce(sessions.period, 'not-recorded') AS month,
	count(*)::INTEGER AS visits,
	count(DISTINCT episodes.patient_key)::INTEGER AS patients
FROM sessions
JOIN episodes
	USING (episode_key)
GROUP BY
	sessions.clinic,
	sessions.period
ORDER BY
	clinic,
	month
