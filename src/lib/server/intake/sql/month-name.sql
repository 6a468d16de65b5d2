-- the name of the month in a date, in lower case; empty where the month has none
CREATE OR REPLACE TEMP MACRO month_name(value) AS
lower(regexp_extract(named_date(value), '^[0-9]{2,4}-(\p{L}{3,12})-[0-9]{1,2}$', 1))
