-- takes out the courses that are placed anew
DELETE FROM stage.course
WHERE course IN (SELECT course FROM stage.settled WHERE sound)
