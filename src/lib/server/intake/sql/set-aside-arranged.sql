-- appends the records whose visits are placed anew
INSERT INTO stage.set_aside
SELECT
	placed.visit AS "row"
FROM stage.merging.placed_apart AS placed
JOIN stage.settled AS settled
	ON settled.merging_course = placed.course
WHERE settled.sound
