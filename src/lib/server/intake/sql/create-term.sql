-- one row a word that a coded field may hold
CREATE TABLE stage.term AS
SELECT
	unnest(from_json($terms, '[{"field": "VARCHAR", "normalised": "VARCHAR", "id": "VARCHAR", "label": "VARCHAR"}]'), recursive := true)
