-- one row: which key made the pseudonyms of the published snapshot
SELECT
	fingerprint
FROM previous.pseudonym_key
