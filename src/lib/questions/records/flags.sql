-- one row a rule by which an import kept records that are worth a look, the latest import and the most frequent rule first
SELECT
	import_id AS "importId",
	field,
	rule,
	rows
FROM flags
ORDER BY
	import_id DESC,
	rows DESC,
	field,
	rule
