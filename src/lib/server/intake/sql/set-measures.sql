-- no row: by outcome measure, its range and whether its score is pain_before by another name
SET VARIABLE measures = (
	SELECT
		map(list(id), list({'minimum': minimum, 'maximum': maximum, 'holds_pain_before': holds_pain_before}))
	FROM stage.measure
)
