-- takes out the places of courses that are placed anew
DELETE FROM stage.placed_apart
WHERE course IN (SELECT course FROM stage.settled WHERE sound)
