-- no row is left: the next set of patients is selected anew
DROP TABLE cohort
