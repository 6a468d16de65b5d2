-- one row: how many records of a file were read, and how many could not be taken apart
SELECT
	(SELECT count(*)::INTEGER FROM stage.record WHERE source = $source::INTEGER) AS records,
	(SELECT count(*)::INTEGER FROM stage.broken WHERE source = $source::INTEGER) AS broken
