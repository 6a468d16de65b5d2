-- one row: a digest of the codebook
SELECT
	md5($codebook) AS words
