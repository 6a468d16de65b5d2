-- HMAC-SHA-256 of a text for a purpose (RFC 2104), as hexadecimal digits
CREATE OR REPLACE TEMP MACRO keyed_hash(purpose, text) AS
sha256(getvariable('hmac_outer') || unhex(sha256(getvariable('hmac_inner') || encode(purpose || ':' || text))))
