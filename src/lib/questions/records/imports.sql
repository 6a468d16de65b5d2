-- one row a file that went into the snapshot, the latest first
SELECT
	import_id AS "importId",
	imported_at AS "importedAt",
	file,
	sha256,
	read,
	accepted,
	duplicates,
	rejected
FROM imports
ORDER BY
	import_id DESC,
	file
