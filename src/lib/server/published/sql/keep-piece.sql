-- no row is left but those of episodes of one piece
DELETE FROM cohort
WHERE
	episode_key NOT IN (SELECT episode_key FROM piece WHERE within = $within)
