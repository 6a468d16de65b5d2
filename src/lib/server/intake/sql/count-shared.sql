-- one row: how many records share their visit with another
SELECT
	count(*)::INTEGER AS shared
FROM stage.same_visit
