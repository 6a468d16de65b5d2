-- one row a file of the import
CREATE TABLE stage.file AS
SELECT
	unnest(from_json($files, '[{"number": "INTEGER", "name": "VARCHAR"}]'), recursive := true)
