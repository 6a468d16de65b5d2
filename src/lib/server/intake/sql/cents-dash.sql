-- the dash that stands for no cents behind a price, with the sign before it; empty where there is none
CREATE OR REPLACE TEMP MACRO cents_dash(value) AS
regexp_extract(value, '^[^0-9]{0,5}[0-9][0-9.,''’ \x{a0}\x{2009}\x{202f}]*([.,](?:--?|[–—]))(?:[ \x{a0}\x{202f}]?(?:[$€£¥₹]|\p{L}{1,4}[.]?))?$', 1)
