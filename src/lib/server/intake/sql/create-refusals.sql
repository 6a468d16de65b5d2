-- one row a reason for which records of an import were refused
CREATE TABLE next.refusals (
	import_id VARCHAR,
	field VARCHAR,
	reason VARCHAR,
	rows INTEGER
)
