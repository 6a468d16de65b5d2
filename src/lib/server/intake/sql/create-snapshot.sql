-- one row: what the snapshot says of itself
CREATE TABLE next.snapshot AS
SELECT
	$id AS id,
	$publishedAt AS published_at,
	$synthetic::BOOLEAN AS synthetic,
	(SELECT count(*)::INTEGER FROM next.sessions) AS sessions,
	(SELECT count(*)::INTEGER FROM next.episodes) AS episodes,
	(SELECT count(*)::INTEGER FROM next.patients) AS patients,
	CASE WHEN (SELECT max(length(period)) FROM next.sessions) = 7 THEN 'month' ELSE 'year' END AS date_precision,
	$fingerprint AS fingerprint,
	$codebook AS codebook
