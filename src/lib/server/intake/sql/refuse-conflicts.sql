-- appends a refusal for each record that says otherwise of a visit than an earlier one
INSERT INTO stage.refused
SELECT
	"row",
	source,
	'session_number' AS field,
	'record' AS value_class,
	'is another record of the same visit with different values: keep the right one' AS reason,
	visit AS see
FROM stage.same_visit
WHERE fate = 'conflict'
