-- how a date is written whose month has this name, or none, as far as it says which of its numbers is the day; "short" where its year has two digits
CREATE OR REPLACE TEMP MACRO date_shape(value, month) AS
CASE
	WHEN regexp_matches(value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]*(Z|[+-][0-9:]+)?)?$') THEN 'iso'
	WHEN regexp_matches(value, '^[0-9]{4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,2}([T ,].*)?$') THEN 'year first'
	WHEN regexp_matches(value, '^(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])$') THEN 'year first'
	WHEN regexp_matches(value, '^(0?[1-9]|1[0-2])[-/. ](0?[1-9]|1[0-2])[-/. ][0-9]{4}([T ,].*)?$') THEN 'day or month first'
	WHEN regexp_matches(value, '^(1[3-9]|2[0-9]|3[01])[-/. ](0?[1-9]|1[0-2])[-/. ][0-9]{4}([T ,].*)?$') THEN 'day first'
	WHEN regexp_matches(value, '^(0?[1-9]|1[0-2])[-/. ](1[3-9]|2[0-9]|3[01])[-/. ][0-9]{4}([T ,].*)?$') THEN 'month first'
	WHEN regexp_matches(value, '^(0?[1-9]|1[0-2])[-/. ](0?[1-9]|1[0-2])[-/. ][0-9]{2}([T ,].*)?$') THEN 'short day or month first'
	WHEN regexp_matches(value, '^(1[3-9]|2[0-9]|3[01])[-/. ](0?[1-9]|1[0-2])[-/. ](0[1-9]|[12][0-9]|3[01])([T ,].*)?$') THEN 'short day or year first'
	WHEN regexp_matches(value, '^(1[3-9]|2[0-9]|3[01])[-/. ](0?[1-9]|1[0-2])[-/. ][0-9]{2}([T ,].*)?$') THEN 'short day first'
	WHEN regexp_matches(value, '^(0?[1-9]|1[0-2])[-/. ](1[3-9]|2[0-9]|3[01])[-/. ][0-9]{2}([T ,].*)?$') THEN 'short month first'
	WHEN regexp_matches(value, '^(00|3[2-9]|[4-9][0-9])[-/. ](0?[1-9]|1[0-2])[-/. ](0?[1-9]|[12][0-9]|3[01])([T ,].*)?$') THEN 'short year first'
	WHEN month <> '' THEN CASE WHEN regexp_matches(value, '[0-9]{4}') THEN '' ELSE 'short ' END || 'month by name: ' || month
	WHEN regexp_matches(value, '^[1-9][0-9]{4}([.,][0-9]+)?$') THEN 'day number'
	ELSE 'other'
END
