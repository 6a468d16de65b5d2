-- how a number is written: what its comma or point means, and how large it is where that is plain
CREATE OR REPLACE TEMP MACRO number_shape(value) AS
CASE
	WHEN regexp_matches(value, '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)$') THEN
		CASE
			WHEN abs(TRY_CAST(value AS DOUBLE)) <= 10 THEN CASE WHEN contains(value, '.') THEN 'to 10 with a point' ELSE 'to 10' END
			WHEN abs(TRY_CAST(value AS DOUBLE)) <= 20 THEN CASE WHEN contains(value, '.') THEN 'to 20 with a point' ELSE 'to 20' END
			WHEN abs(TRY_CAST(value AS DOUBLE)) <= 100 THEN CASE WHEN contains(value, '.') THEN 'to 100 with a point' ELSE 'to 100' END
			ELSE CASE WHEN contains(value, '.') THEN 'beyond with a point' ELSE 'beyond' END
		END
	WHEN regexp_matches(value, '^[+-]?[1-9][0-9]{0,2},[0-9]{3}$') THEN 'comma, decimal or thousands'
	WHEN regexp_matches(value, '^[+-]?([0-9]+|[0-9]{1,3}([. ''’][0-9]{3})+),[0-9]+$') THEN 'decimal comma'
	WHEN regexp_matches(value, '^[+-]?[0-9]{1,3}([.][0-9]{3}){2,}$') THEN 'thousands points'
	WHEN regexp_matches(value, '^[+-]?[0-9]{1,3}(,[0-9]{3})+[.][0-9]*$|^[+-]?[0-9]{1,3}(,[0-9]{3}){2,}$') THEN 'thousands commas'
	ELSE 'other'
END
