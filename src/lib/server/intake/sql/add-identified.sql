-- appends texts that identify a person
INSERT INTO stage.identified
SELECT
	unnest(from_json($identified, '[{"field": "VARCHAR", "value": "VARCHAR", "identifier": "VARCHAR"}]'), recursive := true)
