-- one row an episode of a set of patients that is told of, numbered by `place`
CREATE TEMP TABLE marked (
	place INTEGER,
	episode_key INTEGER
)
