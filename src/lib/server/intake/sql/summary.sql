-- one row: what is told of the snapshot without opening it
SELECT
	id,
	published_at AS "publishedAt",
	synthetic,
	sessions,
	episodes,
	patients
FROM next.snapshot
