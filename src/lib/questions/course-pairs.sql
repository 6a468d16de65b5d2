-- one row a condition, the protocols of two scored episodes of one patient and how these ended: how many such pairs, each counted once
WITH several AS (
	SELECT
		episode_key,
		patient_key,
		condition,
		protocol,
		{'able': able, 'fate': fate, 'session': session, 'settled': settled, 'referral': referral, 'atLast': at_last} AS course
	FROM judged_course
	WHERE patient_key IS NOT NULL AND fate <> 'unscored'
)
SELECT
	condition,
	one.protocol AS protocol,
	other.protocol AS "otherProtocol",
	one.course AS a,
	other.course AS b,
	count(*)::INTEGER AS n
FROM several AS one
JOIN several AS other
	USING (condition, patient_key)
WHERE one.episode_key < other.episode_key
GROUP BY
	condition,
	one.protocol,
	other.protocol,
	one.course,
	other.course
ORDER BY
	condition,
	one.protocol,
	other.protocol,
	one.course,
	other.course
