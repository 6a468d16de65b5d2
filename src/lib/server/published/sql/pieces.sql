-- one row a piece: the episodes that are in the same sets
SELECT
	within,
	count(*)::INTEGER AS episodes,
	count(DISTINCT patient_key)::INTEGER AS patients,
	bit_xor(hash(episode_key))::VARCHAR AS fingerprint
FROM piece
GROUP BY
	within
ORDER BY
	within
