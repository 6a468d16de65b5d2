-- one row a reason for which an import refused records, the latest import and the most frequent reason first
SELECT
	import_id AS "importId",
	field,
	reason,
	rows
FROM refusals
ORDER BY
	import_id DESC,
	rows DESC,
	field,
	reason
