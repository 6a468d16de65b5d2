-- one row a group, fate, session of it, last session after which leaving can be told, reason of a referral and last standing: how many episodes; a patient counts with one of their episodes of a condition
SELECT
	condition,
	protocol,
	able,
	fate,
	session,
	settled,
	referral,
	at_last AS "atLast",
	sum(n)::INTEGER AS n,
	sum(patients)::INTEGER AS patients
FROM judged_course
GROUP BY ALL
ORDER BY ALL
