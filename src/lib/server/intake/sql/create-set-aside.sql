-- one row a record that is no visit by itself
CREATE TABLE stage.set_aside (
	"row" BIGINT
)
