-- appends the words of some keys of a file of objects
INSERT INTO stage.named
WITH cell AS (
	SELECT DISTINCT
		unnest(list_transform($paths, lambda path: object ->> path)) AS text
	FROM stage.object
	WHERE object IS NOT NULL
)
SELECT DISTINCT
	unnest(name_words(text)) AS word
FROM cell
WHERE text IS NOT NULL
