-- one row a record of the first ones of a Parquet file
CREATE OR REPLACE TEMP TABLE examined AS
SELECT
	row_number() OVER () AS record,
	to_json(parquet_record) AS object
FROM read_parquet($path) AS parquet_record
LIMIT $limit
