-- appends the files of this import
INSERT INTO next.imports
SELECT
	$importId,
	$importedAt,
	unnest(from_json($files, '[{"name": "VARCHAR", "sha256": "VARCHAR", "read": "INTEGER", "accepted": "INTEGER", "duplicates": "INTEGER", "rejected": "INTEGER"}]'), recursive := true)
