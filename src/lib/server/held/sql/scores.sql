-- one row a score of a measure, as they are stored: by episode, then by session
SELECT
	episode_key,
	session_number,
	score
FROM scores
WHERE measure = $measure
