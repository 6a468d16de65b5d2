-- one row a value that a column of the episodes has, with its code: 1, 2, … in ascending order
CREATE OR REPLACE TEMP TABLE held_value AS
WITH listed AS (
	SELECT
		list(DISTINCT condition) AS condition,
		list(DISTINCT protocol) AS protocol,
		list(DISTINCT clinic) AS clinic,
		list(DISTINCT therapist) AS therapist,
		list(DISTINCT payer) AS payer,
		list(DISTINCT sex) AS sex,
		list(DISTINCT age_band) AS "ageBand",
		list(DISTINCT chronicity) AS chronicity,
		list(DISTINCT period) AS period,
		list(DISTINCT discharge_reason) AS "dischargeReason"
	FROM episodes
), recorded AS (
	SELECT
		unpivoted.held_column,
		unnest(unpivoted.recorded) AS value
	FROM listed
	UNPIVOT (recorded FOR held_column IN (condition, protocol, clinic, therapist, payer, sex, "ageBand", chronicity, period, "dischargeReason")) AS unpivoted
)
SELECT
	held_column,
	value,
	row_number() OVER (PARTITION BY held_column ORDER BY value)::INTEGER AS code
FROM recorded
WHERE value IS NOT NULL
