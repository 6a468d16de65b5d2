-- no row: the key of the inner hash of an HMAC
SET VARIABLE hmac_inner = unhex($hex)
