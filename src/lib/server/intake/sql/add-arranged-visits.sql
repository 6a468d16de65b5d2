-- appends the visits that are placed anew
INSERT INTO stage.joined_visit BY NAME
SELECT
	visit.*
FROM stage.merging.visit AS visit
JOIN stage.merging.placed_apart AS placed
	USING (visit)
JOIN stage.settled AS settled
	ON settled.merging_course = placed.course
WHERE settled.sound
