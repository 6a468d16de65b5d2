-- one row a record whose place in its file is told: refused, the one it is refused for, or worth a look
CREATE TABLE stage.sought AS
SELECT
	"row"
FROM stage.refused
UNION
SELECT
	see AS "row"
FROM stage.refused
WHERE see IS NOT NULL
UNION
SELECT
	"row"
FROM stage.flagged
