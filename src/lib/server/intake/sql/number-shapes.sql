-- how a number is written, as a list: its shape, and what stands beside it where something does; a dash may stand for no cents, as in 85,- €
CREATE OR REPLACE TEMP MACRO number_shapes(value) AS
CASE
	WHEN cents_dash(value) <> '' THEN beside_shapes(replace(value, cents_dash(value), '')) || ['beside: ' || cents_dash(value)]
	ELSE beside_shapes(value)
END
