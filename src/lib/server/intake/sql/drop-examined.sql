-- forgets the records that were examined
DROP TABLE IF EXISTS examined
