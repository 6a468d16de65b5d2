-- one row a value that a column of the episodes has, with its code: 1, 2, … in ascending order
CREATE OR REPLACE TEMP TABLE held_value AS
WITH recorded AS (
	SELECT DISTINCT 'condition' AS held_column, condition AS value FROM episodes
	UNION ALL
	SELECT DISTINCT 'protocol' AS held_column, protocol AS value FROM episodes
	UNION ALL
	SELECT DISTINCT 'clinic' AS held_column, clinic AS value FROM episodes
	UNION ALL
	SELECT DISTINCT 'therapist' AS held_column, therapist AS value FROM episodes
	UNION ALL
	SELECT DISTINCT 'payer' AS held_column, payer AS value FROM episodes
	UNION ALL
	SELECT DISTINCT 'sex' AS held_column, sex AS value FROM episodes
	UNION ALL
	SELECT DISTINCT 'ageBand' AS held_column, age_band AS value FROM episodes
	UNION ALL
	SELECT DISTINCT 'chronicity' AS held_column, chronicity AS value FROM episodes
	UNION ALL
	SELECT DISTINCT 'period' AS held_column, period AS value FROM episodes
	UNION ALL
	SELECT DISTINCT 'dischargeReason' AS held_column, discharge_reason AS value FROM episodes
)
SELECT
	held_column,
	value,
	row_number() OVER (PARTITION BY held_column ORDER BY value)::INTEGER AS code
FROM recorded
WHERE value IS NOT NULL
