-- one row: which key made the pseudonyms of the patients
CREATE TABLE next.pseudonym_key AS
SELECT
	$fingerprint AS fingerprint
