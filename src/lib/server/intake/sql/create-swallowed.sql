-- one row a line below one on which a quote opens that no other closes, by the number that it would have as a record of its own
CREATE TABLE stage.swallowed (
	source INTEGER,
	record BIGINT,
	line BIGINT
)
