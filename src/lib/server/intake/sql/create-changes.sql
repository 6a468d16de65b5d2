-- one row a value of a visit that an import changed; what stood there before and after only for numbers, codes and yes or no
CREATE TABLE next.changes AS
SELECT
	$importId AS import_id,
	keyed.episode_key,
	keyed.session_number,
	change.field,
	change.before,
	change.after
FROM stage.change AS change
JOIN stage.keyed_apart AS keyed
	USING (visit)
ORDER BY
	keyed.episode_key,
	keyed.session_number,
	change.field
