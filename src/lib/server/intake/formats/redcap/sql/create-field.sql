-- one row a field of the export and the canonical column it is; not known where it is none
CREATE TABLE field AS
SELECT
	unnest(from_json($fields, '[{"field": "VARCHAR", "canonical": "VARCHAR"}]'), recursive := true)
