-- one row a rule by which an import kept records that are worth a look
CREATE TABLE next.flags (
	import_id VARCHAR,
	rule VARCHAR,
	field VARCHAR,
	rows INTEGER
)
