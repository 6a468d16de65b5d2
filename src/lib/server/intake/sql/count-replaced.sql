-- one row: how many courses take the place of what the published snapshot holds of them, with how many visits there; how many of its first days another key has shifted
SELECT
	count(*)::INTEGER AS courses,
	coalesce(sum(held), 0)::INTEGER AS visits,
	(SELECT count(*)::INTEGER FROM stage.known_anchor WHERE anchor_key <> $keyId) AS unreadable
FROM stage.verdict
WHERE fate = 'replace'
	AND course NOT IN (SELECT course FROM stage.settled WHERE NOT sound)
