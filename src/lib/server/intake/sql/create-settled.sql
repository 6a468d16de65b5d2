-- one row a course placed anew: its number among all courses and among those, and whether its visits can stand together
CREATE TABLE stage.settled (
	course BIGINT,
	merging_course BIGINT,
	sound BOOLEAN
)
