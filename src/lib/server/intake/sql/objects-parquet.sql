-- one row a record of a Parquet file
CREATE OR REPLACE TABLE stage.object AS
SELECT
	row_number() OVER () AS line,
	to_json(parquet_record) AS object,
	NULL::VARCHAR AS refused,
	NULL::VARCHAR[] AS refused_keys
FROM read_parquet($path) AS parquet_record
