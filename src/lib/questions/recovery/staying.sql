-- one row a group, session, and tenths of the range that the first and the latest score lie in: the episodes there, and how many of them have a later score
SELECT
	group_number AS "group",
	session,
	baseline,
	latest,
	count(*)::INTEGER AS n,
	count_if(stayed)::INTEGER AS stayed
FROM followed
GROUP BY
	group_number,
	session,
	baseline,
	latest
ORDER BY
	group_number,
	session,
	baseline,
	latest
