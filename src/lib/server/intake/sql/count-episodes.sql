-- one row: how many episodes the next snapshot has
SELECT
	count(*)::INTEGER AS episodes
FROM stage.episode
