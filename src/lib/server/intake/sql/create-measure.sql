-- one row an outcome measure of the codebook
CREATE TABLE stage.measure AS
SELECT
	unnest(from_json($measures, '[{"id": "VARCHAR", "minimum": "DOUBLE", "maximum": "DOUBLE", "holds_pain_before": "BOOLEAN"}]'), recursive := true)
