-- takes away the courses that are formed again
DELETE FROM stage.course
WHERE course IN (SELECT course FROM stage.shared_course)
