-- takes out the joined visits that are placed anew
DELETE FROM stage.joined_visit
WHERE visit IN (
	SELECT
		placed.visit
	FROM stage.merging.placed_apart AS placed
	JOIN stage.settled AS settled
		ON settled.merging_course = placed.course
	WHERE settled.sound
)
