-- one more row an episode that the filters select
INSERT INTO marked
SELECT
	$place::INTEGER AS place,
	episode_key
FROM cohort
