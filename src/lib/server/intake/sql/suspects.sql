-- one row a text that must be looked at, by its place among them
SELECT
	field,
	value
FROM stage.suspect
WHERE rowid >= $from::BIGINT AND rowid < $to::BIGINT
