-- whether a spreadsheet has changed an identifier: shortened it to a power of ten, or made a number with a point of it
CREATE OR REPLACE TEMP MACRO id_shape(value) AS
CASE
	WHEN regexp_matches(value, '^[0-9]([.,][0-9]+)?[eE][+][0-9]+$') THEN 'power of ten'
	WHEN regexp_matches(value, '^[0-9]+[.,]0+$') THEN 'trailing zero'
	WHEN regexp_matches(value, '^[0-9]+$') THEN 'whole'
	ELSE 'text'
END
