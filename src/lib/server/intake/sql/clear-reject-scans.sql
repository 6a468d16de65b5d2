-- empties what the reader keeps about files it could not read in full
DROP TABLE IF EXISTS reject_scans
