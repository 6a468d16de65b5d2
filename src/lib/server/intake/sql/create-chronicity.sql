-- one row a band of symptom duration; below_weeks is null for the last
CREATE TABLE stage.chronicity AS
SELECT
	unnest(from_json($bands, '[{"id": "VARCHAR", "from_weeks": "DOUBLE", "below_weeks": "DOUBLE"}]'), recursive := true)
