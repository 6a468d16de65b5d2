-- one row a record of a file with refusals: the line it begins on; a broken record's row is -1 less its place in the file
CREATE TABLE stage.line_number (
	source INTEGER,
	"row" BIGINT,
	line BIGINT
)
