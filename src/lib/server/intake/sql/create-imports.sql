-- one row a file that went into the snapshot
CREATE TABLE next.imports (
	import_id VARCHAR,
	imported_at VARCHAR,
	file VARCHAR,
	sha256 VARCHAR,
	read INTEGER,
	accepted INTEGER,
	duplicates INTEGER,
	rejected INTEGER
)
