-- one row a resource, or a score of one, each told once
CREATE VIEW row AS
SELECT
	* EXCLUDE (telling)
FROM told_row
WHERE telling = 1
