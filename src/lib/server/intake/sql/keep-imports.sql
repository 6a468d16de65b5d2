-- appends the files that went into the published snapshot
INSERT INTO next.imports
SELECT
	import_id,
	imported_at,
	file,
	sha256,
	read,
	accepted,
	duplicates,
	rejected
FROM previous.imports
