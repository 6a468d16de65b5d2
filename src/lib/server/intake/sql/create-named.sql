-- one row a word of the columns of names that are left out or replaced, in small letters without accents
CREATE TABLE stage.named (
	word VARCHAR
)
