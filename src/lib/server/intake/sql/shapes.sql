-- one row a place, kind and shape of the spellings: how many values have it, and in which record it is met first.
-- Each step stands by itself, since a pattern is compiled, at half a millisecond to ten, wherever it stands in a statement:
-- a dash may stand for no cents, as in 85,- €; a weekday may stand before a date, and one with its year first is no plain one behind it
WITH named AS (
	SELECT
		*,
		CASE WHEN kind = 'number' THEN cents_dash(value) ELSE '' END AS dash,
		CASE WHEN kind = 'date' AND regexp_matches(value, '\p{L}{3}') THEN month_name(value) ELSE '' END AS month
	FROM spelling
),
parted AS (
	SELECT
		*,
		CASE WHEN kind = 'number' THEN number_beside(replace(value, dash, '')) ELSE '' END AS beside,
		CASE WHEN kind = 'date' AND month = '' THEN regexp_replace(value, '^\p{L}{2,15}(?:-\p{L}+)?[.]?,? +([0-9]{1,4}[-/.])', '\1') ELSE value END AS behind_weekday
	FROM named
),
bare AS (
	SELECT
		* EXCLUDE (month),
		CASE
			WHEN beside <> '' THEN regexp_replace(replace(replace(value, dash, ''), beside, ''), '^[ \x{a0}\x{202f}]+|[ \x{a0}\x{202f}]+$', '', 'g')
			WHEN dash <> '' THEN replace(value, dash, '')
			ELSE behind_weekday
		END AS bare,
		CASE WHEN behind_weekday = value THEN month ELSE month_name(behind_weekday) END AS month
	FROM parted
),
shaped AS (
	SELECT
		*,
		CASE
			WHEN NOT written THEN replace(number_shape(bare), ' before three digits', '')
			WHEN kind = 'number' THEN number_shape(bare)
			WHEN kind = 'date' THEN date_shape(bare, month)
			WHEN kind = 'id' THEN id_shape(bare)
			ELSE 'word'
		END AS shape
	FROM bare
),
told AS (
	SELECT
		place,
		kind,
		count,
		record,
		unnest(
			CASE
				WHEN list_contains($nothing, lower(value)) THEN ['nothing: ' || value]
				WHEN bare <> value AND kind = 'date' THEN [replace(shape, 'iso', 'year first'), 'weekday: ' || lower(nfc_normalize(regexp_extract(value, '^[\p{L}-]+')))]
				WHEN beside <> '' AND dash <> '' THEN [shape, 'beside: ' || beside, 'beside: ' || dash]
				WHEN beside <> '' THEN [shape, 'beside: ' || beside]
				WHEN dash <> '' THEN [shape, 'beside: ' || dash]
				ELSE [shape]
			END
		) AS shape
	FROM shaped
)
SELECT
	place,
	kind,
	shape,
	sum(count)::INTEGER AS count,
	min(record)::INTEGER AS record
FROM told
GROUP BY ALL
ORDER BY ALL
