-- one row a group: how many episodes and patients the filters select, and the number that stands for it
CREATE OR REPLACE TEMP TABLE scored_group AS
SELECT
	row_number() OVER (ORDER BY condition, part)::INTEGER AS group_number,
	condition,
	part,
	count(*)::INTEGER AS episodes,
	count(DISTINCT patient_key)::INTEGER AS patients
FROM cohort
GROUP BY
	condition,
	part
