-- one row a value of the export
CREATE TABLE cell AS
UNPIVOT told
ON COLUMNS(* EXCLUDE ("@row"))
INTO NAME field VALUE value
