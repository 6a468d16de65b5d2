-- one row a record that the reader could not take apart; record is its place in the file
CREATE TABLE stage.broken (
	source INTEGER,
	record BIGINT,
	reason VARCHAR
)
