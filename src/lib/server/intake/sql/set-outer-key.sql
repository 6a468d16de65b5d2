-- no row: the key of the outer hash of an HMAC
SET VARIABLE hmac_outer = unhex($hex)
