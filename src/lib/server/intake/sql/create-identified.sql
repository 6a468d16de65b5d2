-- one row a text of a field that identifies a person
CREATE TABLE stage.identified (
	field VARCHAR,
	value VARCHAR,
	identifier VARCHAR
)
