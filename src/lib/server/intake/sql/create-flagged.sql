-- one row a case that is kept and worth a look: what is the matter, in which field, and one of its records
CREATE TABLE stage.flagged (
	rule VARCHAR,
	field VARCHAR,
	source INTEGER,
	"row" BIGINT
)
