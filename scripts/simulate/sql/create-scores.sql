-- one row a recorded score of the primary measure, as a snapshot has them
CREATE TABLE scores (
	episode_key INTEGER,
	session_number INTEGER,
	measure VARCHAR,
	score DOUBLE
)
