-- one row a group: how many episodes and patients the filters select
SELECT
	group_number AS "group",
	condition,
	part,
	episodes,
	patients
FROM scored_group
ORDER BY
	group_number
