-- appends the courses that were formed again
INSERT INTO stage.course BY NAME
SELECT
	*
FROM stage.sharing.course
