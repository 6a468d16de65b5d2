-- one row a visit of the import that the published snapshot holds too
CREATE TABLE stage.match (
	visit BIGINT,
	held BIGINT
)
