-- appends the records that share their visit with others
INSERT INTO stage.set_aside
SELECT
	"row"
FROM stage.same_visit
