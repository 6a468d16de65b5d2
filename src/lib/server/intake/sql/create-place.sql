-- one row a line of a converted file: where its record lies in what was given, as FILE:PLACE
CREATE TABLE stage.place (
	source INTEGER,
	line BIGINT,
	place VARCHAR
)
