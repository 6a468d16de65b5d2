-- what stands before or behind a number and may be a currency, a unit or the top of a scale; empty where nothing does
CREATE OR REPLACE TEMP MACRO number_beside(value) AS
CASE
	WHEN regexp_matches(value, '^[+-]?[0-9.,]+$') THEN ''
	ELSE coalesce(
		nullif(regexp_extract(value, '^((?:[A-Za-z]{0,3}[$€£¥₹]|[A-Z]{3}|Fr[.]?|kr[.]?)) ?[+-]?[.]?[0-9](?:[0-9.,''’ \x{a0}\x{2009}\x{202f}]*[0-9])?[.]?$', 1), ''),
		regexp_extract(value, '^[+-]?[.]?[0-9](?:[0-9.,''’ \x{a0}\x{2009}\x{202f}]*[0-9])?[.]?[ \x{a0}\x{202f}]?([$€£¥₹%]|/ ?100?|(?:of|out of|von|sur|de|su|van) 100?|\p{L}{1,12}(?:[.]|/\p{L}{1,12})?)$', 1)
	)
END
