-- one row: how many courses have been placed anew
SELECT
	count(*)::INTEGER AS arranged
FROM stage.settled
WHERE sound
