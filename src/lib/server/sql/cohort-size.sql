-- one row: episodes that the filters select
SELECT
	count(*)::INTEGER AS selected
FROM cohort
