-- forgets the changes of visits that are not merged
DELETE FROM stage.change
WHERE visit NOT IN (SELECT visit FROM stage.match)
