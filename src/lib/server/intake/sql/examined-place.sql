-- one row: where a record lies in the file that it was converted from
SELECT
	object ->> '$."@place"' AS place
FROM examined
WHERE record = $record::BIGINT
