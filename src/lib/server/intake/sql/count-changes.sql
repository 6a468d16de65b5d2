-- one row a field: in how many visits the import changed what the published snapshot holds
SELECT
	change.field,
	count(*)::INTEGER AS visits
FROM stage.change AS change
SEMI JOIN stage.session_apart AS session
	ON session.visit = change.visit
GROUP BY
	change.field
ORDER BY
	visits DESC,
	change.field
