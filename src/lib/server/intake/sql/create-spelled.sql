-- one row a spelling of a name that differs from another only by case, be its visit refused or not
CREATE TABLE stage.spelled AS
WITH told AS (
	SELECT DISTINCT
		clinic,
		therapist,
		payer
	FROM stage.told_value
),
used AS (
	UNPIVOT told
	ON clinic, therapist, payer
	INTO NAME field VALUE spelling
)
SELECT DISTINCT
	field,
	spelling
FROM used
WINDOW alike AS (PARTITION BY field, lower(spelling))
QUALIFY min(spelling) OVER alike <> max(spelling) OVER alike
