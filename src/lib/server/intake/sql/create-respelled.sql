-- one row a spelling of a name that differs from another only by case: the one that is kept instead
CREATE TABLE stage.respelled (
	field VARCHAR,
	spelling VARCHAR,
	name VARCHAR
)
