-- one row: how many records a file has, those that could not be taken apart among them
SELECT
	((SELECT count(*) FROM stage.record WHERE source = $source::INTEGER) + (SELECT count(*) FROM stage.broken WHERE source = $source::INTEGER))::INTEGER AS count
