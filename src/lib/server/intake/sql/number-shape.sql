-- how a number is written: what its comma or point means, and how large it is where that is plain
CREATE OR REPLACE TEMP MACRO number_shape(value) AS
CASE
	WHEN regexp_matches(value, '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)$') THEN
		CASE
			WHEN abs(TRY_CAST(value AS DOUBLE)) <= 10 THEN 'to 10'
			WHEN abs(TRY_CAST(value AS DOUBLE)) <= 20 THEN 'to 20'
			WHEN abs(TRY_CAST(value AS DOUBLE)) <= 100 THEN 'to 100'
			ELSE 'beyond'
		END || CASE
			WHEN regexp_matches(value, '^[+-]?[1-9][0-9]{0,2}[.][0-9]{3}$') THEN ' with a point before three digits'
			WHEN contains(value, '.') THEN ' with a point'
			ELSE ''
		END
	WHEN regexp_matches(value, '^[+-]?[1-9][0-9]{0,2},[0-9]{3}$') THEN 'comma, decimal or thousands'
	WHEN regexp_matches(value, '^[+-]?([0-9]+|[0-9]{1,3}([. ''’\x{a0}\x{2009}\x{202f}][0-9]{3})+),[0-9]+$') THEN 'decimal comma'
	WHEN regexp_matches(value, '^[+-]?[0-9]{1,3}([.][0-9]{3}){2,}$') THEN 'thousands points'
	WHEN regexp_matches(value, '^[+-]?[0-9]{1,3}(,[0-9]{3})+[.][0-9]*$|^[+-]?[0-9]{1,3}(,[0-9]{3}){2,}$') THEN 'thousands commas'
	WHEN regexp_matches(value, '^[+-]?[0-9]{1,3}([ ''’\x{a0}\x{2009}\x{202f}][0-9]{3})+[.][0-9]*$') THEN 'thousands apart with a point'
	WHEN regexp_matches(value, '^[+-]?[0-9]{1,3}([ ''’\x{a0}\x{2009}\x{202f}][0-9]{3})+$') THEN 'thousands apart'
	WHEN regexp_matches(value, '^[+-]?[0-9.,]+ ?(-|–|/|to|bis|à|a) ?[0-9.,]+$') THEN 'two numbers'
	WHEN regexp_matches(value, '^[<>≤≥~] ?=? ?[0-9.,]+$|^[0-9.,]+ ?[+]$') THEN 'a bound'
	WHEN regexp_matches(value, '^[\p{L}][\p{L} -]*$') THEN 'other words'
	ELSE 'other'
END
