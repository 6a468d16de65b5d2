-- what kind of value was refused, in place of the value
CREATE TEMP MACRO value_class(value) AS
CASE
	WHEN value IS NULL OR trim(value) = '' THEN 'empty'
	WHEN regexp_full_match(trim(value), '[+-]?[0-9]+') THEN 'whole number'
	WHEN TRY_CAST(value AS DOUBLE) IS NOT NULL THEN 'number'
	WHEN regexp_matches(value, '^[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}') THEN 'date'
	ELSE format('text of {} characters', length(value))
END
