-- no row: courses of which visits were placed apart are not in order
UPDATE stage.course
SET in_order = false
WHERE in_order AND course IN (SELECT course FROM stage.placed_apart)
