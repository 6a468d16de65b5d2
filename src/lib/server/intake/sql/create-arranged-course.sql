-- one row a course of the import that is to be placed anew: of which the published snapshot holds visits, or of which a visit was refused
CREATE TABLE stage.arranged_course AS
SELECT
	course
FROM stage.verdict
WHERE fate = 'merge'
UNION
SELECT
	course
FROM stage.clash
