-- forgets which episodes were selected
DROP TABLE IF EXISTS cohort
