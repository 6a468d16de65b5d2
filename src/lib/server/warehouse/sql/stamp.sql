-- one row: what the snapshot says of itself
SELECT
	id,
	published_at AS "publishedAt",
	synthetic,
	sessions,
	episodes,
	patients,
	date_precision AS "datePrecision",
	fingerprint,
	codebook
FROM snapshot
