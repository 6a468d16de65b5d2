-- one row a value that means something: missing-data codes and form states are none, and the boxes ticked of a field are one value
CREATE TABLE value AS
WITH told_value AS (
	SELECT
		"@row",
		field,
		trim(value) AS value,
		regexp_extract(field, '^(.+?)___(.+)$', ['base', 'choice']) AS box
	FROM cell
	WHERE
		trim(value) <> ''
		AND field <> $record
		AND field NOT IN ('redcap_event_name', 'redcap_repeat_instrument', 'redcap_repeat_instance', 'redcap_survey_identifier')
		AND NOT ends_with(field, '_complete')
)
SELECT
	"@row",
	field,
	value
FROM told_value
WHERE
	box.base = ''
	AND value NOT IN (SELECT unnest($missing))
UNION ALL
SELECT
	"@row",
	box.base,
	string_agg(box.choice, '; ' ORDER BY field)
FROM told_value
WHERE
	box.base <> ''
	AND lower(value) IN ('1', 'checked')
	AND upper(replace(box.choice, '_', '-')) NOT IN (SELECT unnest($missing))
GROUP BY
	"@row",
	box.base
