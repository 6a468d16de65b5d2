-- appends a refusal for each record that says otherwise of a visit than an earlier one
INSERT INTO stage.refused
SELECT
	"row",
	source,
	differs[1] AS field,
	'record' AS value_class,
	'is another record of the same visit with different values (' || array_to_string(differs, ', ') || '): keep the right one' AS reason,
	visit AS see
FROM stage.same_visit
WHERE fate = 'conflict'
