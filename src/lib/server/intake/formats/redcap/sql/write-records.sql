-- the visits as JSON lines, each with all fields that any visit has
COPY (
	WITH known AS (
		SELECT DISTINCT
			field
		FROM given
	),
	member AS (
		SELECT visit."@row", visit.line, known.field, given.value
		FROM visit
		CROSS JOIN known
		LEFT JOIN given
			ON given."@row" = visit."@row" AND given.field = known.field
		UNION ALL
		SELECT "@row", line, $patient, record FROM visit
		UNION ALL
		SELECT "@row", line, '@place', $name || ':' || line FROM visit
		UNION ALL
		SELECT visit."@row", visit.line, '@refused', 'tells of an instance of its form a second time, and otherwise: keep the right one (see ' || $name || ':' || repeated.first_line || ')'
		FROM visit
		LEFT JOIN repeated
			USING ("@row")
		UNION ALL
		SELECT "@row", line, 'session_number', number::VARCHAR FROM visit WHERE $numbered::BOOLEAN
	)
	SELECT
		json_group_object(field, value) AS record
	FROM member
	GROUP BY
		"@row"
	ORDER BY
		"@row"
) TO $path (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER E'\x01\x02')
