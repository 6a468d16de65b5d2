-- one row a resource, or a score of one, as it was flattened; telling counts how often the export tells the same
CREATE TABLE told_row AS
SELECT
	*,
	CASE WHEN key IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY type, key, entry, patient, encounter, "start", value ORDER BY place) END AS telling
FROM read_json(
	$path,
	format = 'newline_delimited',
	columns = {
		'type': 'VARCHAR',
		'key': 'VARCHAR',
		'alias': 'VARCHAR',
		'place': 'VARCHAR',
		'patient': 'VARCHAR',
		'encounter': 'VARCHAR',
		'start': 'VARCHAR',
		'end': 'VARCHAR',
		'moment': 'BIGINT',
		'entry': 'VARCHAR',
		'value': 'DOUBLE',
		'before': 'BOOLEAN',
		'refused': 'VARCHAR',
		'region': 'VARCHAR',
		'side': 'VARCHAR',
		'sex': 'VARCHAR',
		'birth_year': 'INTEGER',
		'clinic': 'VARCHAR',
		'therapist': 'VARCHAR',
		'reasons': 'VARCHAR[]',
		'reason_keys': 'VARCHAR[]',
		'gone': 'BOOLEAN'
	}
)
