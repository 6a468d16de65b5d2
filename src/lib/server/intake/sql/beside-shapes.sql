-- how a number without a dash for its cents is written, as a list: its shape, and what stands beside it where something does
CREATE OR REPLACE TEMP MACRO beside_shapes(value) AS
CASE
	WHEN number_beside(value) = '' THEN [number_shape(value)]
	ELSE [
		number_shape(regexp_replace(replace(value, number_beside(value), ''), '^[ \x{a0}\x{202f}]+|[ \x{a0}\x{202f}]+$', '', 'g')),
		'beside: ' || number_beside(value)
	]
END
