-- one row: which cases that are worth a look there may be
SELECT
	(SELECT count(*) > 0 FROM stage.same_visit WHERE renamed) AS renamed,
	(SELECT count(*) > 0 FROM stage.placed_apart WHERE same_day) AS "sameDay",
	(SELECT count(*) > 0 FROM stage.placed_apart WHERE discharged_before) AS discharged,
	(SELECT count(*) > 0 FROM stage.course WHERE protocols_differ) AS protocols,
	(SELECT count(*) > 0 FROM stage.record WHERE valid AND session_date IS NULL AND episode_id IS NULL) AS undated,
	(SELECT count(*) > 0 FROM stage.spelled) AS spelled,
	(SELECT count(*) > 0 FROM stage.known_episode) AS known
