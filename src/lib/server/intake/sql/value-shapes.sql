-- how a value of a column is written, as a list, by the kind of the column
CREATE OR REPLACE TEMP MACRO value_shapes(value, kind, nothing) AS
CASE
	WHEN list_contains(nothing, lower(value)) THEN ['nothing: ' || value]
	WHEN kind = 'date' THEN date_shapes(value)
	WHEN kind = 'number' THEN number_shapes(value)
	WHEN kind = 'id' THEN [id_shape(value)]
	ELSE ['word']
END
