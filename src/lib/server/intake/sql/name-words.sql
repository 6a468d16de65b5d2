-- the words of a text as names are compared, in small letters without accents, as a list
CREATE OR REPLACE TEMP MACRO name_words(text) AS
list_distinct(regexp_extract_all(strip_accents(lower(nfc_normalize(text))), '\p{L}{2,}'))
