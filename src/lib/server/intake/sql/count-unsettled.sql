-- one row: how many episodes of the published snapshot the import tells of, and how many of its visits clash
SELECT
	((SELECT count(*) FROM stage.touched) + (SELECT count(*) FROM stage.clash))::INTEGER AS unsettled
