-- forgets how values were written
DROP TABLE spelling
