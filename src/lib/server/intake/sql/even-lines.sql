-- one row a line of a delimited file in which every line is a record
CREATE OR REPLACE TEMP TABLE physical AS
SELECT
	range AS record,
	range AS line,
	false AS blank
FROM range(1, $lines::BIGINT + 1)
