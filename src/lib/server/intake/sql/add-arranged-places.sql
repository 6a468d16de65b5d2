-- appends the places of courses that are placed anew
INSERT INTO stage.placed_apart BY NAME
SELECT
	placed.*
FROM stage.merging.placed_apart AS placed
JOIN stage.settled AS settled
	ON settled.merging_course = placed.course
WHERE settled.sound
