-- how a date is written, as a list: its shape, and the word in front of its numbers where there is one; a date with its year first is no plain one behind a word
CREATE OR REPLACE TEMP MACRO date_shapes(value) AS
CASE
	WHEN regexp_matches(value, '^\p{L}{2,15}(-\p{L}+)?[.]?,? +[0-9]{1,4}[-/.]') AND month_name(value) = '' THEN [
		replace(date_shape(regexp_replace(value, '^\p{L}+(-\p{L}+)?[.]?,? +', '')), 'iso', 'year first'),
		'weekday: ' || lower(nfc_normalize(regexp_extract(value, '^[\p{L}-]+')))
	]
	ELSE [date_shape(value)]
END
