-- empties what the reader keeps about lines it could not read
DROP TABLE IF EXISTS reject_errors
