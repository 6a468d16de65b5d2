-- one row an episode of the published snapshot that the next one tells anew
CREATE TABLE stage.taken AS
SELECT
	touched.episode_key
FROM stage.touched AS touched
JOIN stage.verdict AS verdict
	USING (course)
WHERE verdict.fate <> 'refuse'
	AND touched.course NOT IN (SELECT course FROM stage.settled WHERE NOT sound)
