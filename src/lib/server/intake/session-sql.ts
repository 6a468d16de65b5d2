import { keptColumns } from './kept-columns.ts';

/*
 * The statements that go through the values of the next snapshot's visits. Their columns are the field table's and nobody else's;
 * all other statements of the snapshot are files.
 */

const list = (lines: readonly string[]) => lines.join(',\n\t');
const names = ['clinic', 'therapist', 'payer'];

/** Values of visits, read where they lie. */
export const createToldValueSql = `-- one row a record (alone), a joined visit, or a visit of the published snapshot in a course that is not told anew: its values as they were told
CREATE VIEW stage.told_value AS
SELECT
	rowid AS visit,
	true AS alone,
	${list(keptColumns.map(({ name, type }) => (name === 'pain_before' ? 'pain AS pain_before' : type === 'code' ? `${name}::VARCHAR AS ${name}` : name)))}
FROM stage.record
UNION ALL
SELECT
	visit,
	false AS alone,
	${list(keptColumns.map(({ name }) => (name === 'pain_before' ? 'pain AS pain_before' : name)))}
FROM stage.joined_visit
UNION ALL
SELECT
	-1 - session.held AS visit,
	false AS alone,
	${list(keptColumns.map(({ name }) => `session.${name}`))}
FROM stage.known_session AS session
ANTI JOIN stage.taken AS taken
	USING (episode_key)`;

/** The visits as the snapshot keeps them, those of courses in order first, which are read where they lie. They are sorted as they are stored, which takes less room. */
export const createSessionsSql = `-- one row a visit; number_told where its number was given, not derived; names in the spelling that is kept
CREATE TABLE next.sessions AS
WITH sorted AS (
	SELECT
		episode.episode_key,
		record.session_number,
		record.session_date,
		episode.first_day,
		${keptColumns.map(({ name }) => `record.${name === 'pain_before' ? 'pain AS pain_before' : name}`).join(',\n\t\t')}
	FROM stage.record AS record
	JOIN stage.episode AS episode
		ON episode.told_of = told_of(record.patient_id, record.condition, record.side, record.episode_id)
		AND episode.patient_id = record.patient_id
	WHERE record.valid
	ORDER BY
		episode.episode_key,
		record.session_number
)
SELECT
	episode_key,
	session_number,
	true AS number_told,
	(session_date - first_day)::INTEGER AS day_offset,
	left(session_date::VARCHAR, $length::INTEGER) AS period,
	${list(keptColumns.map(({ name, type }) => `${keptName(name, type === 'code' ? `${name}::VARCHAR` : name)} AS ${name}`))}
FROM sorted`;

/** All other visits. */
export const addSessionsApartSql = `-- appends the visits of courses that are not in order
INSERT INTO next.sessions
SELECT
	keyed.episode_key,
	keyed.session_number,
	keyed.number_told,
	keyed.day_offset,
	keyed.period,
	${list(keptColumns.map(({ name }) => `${keptName(name, `value.${name}`)} AS ${name}`))}
FROM stage.keyed_apart AS keyed
JOIN stage.told_value AS value
	USING (visit, alone)
ORDER BY
	keyed.episode_key,
	keyed.session_number`;

function keptName(name: string, value: string): string {
	return names.includes(name) ? `coalesce(getvariable('names')['${name}'][${value}], ${value})` : value;
}

/** One row: a fingerprint of all visits, first days and scores, whatever their order in the files. */
export const fingerprintSql = `-- one row: a fingerprint of the content, whatever its order
WITH episode AS MATERIALIZED (
	SELECT
	episode_key,
	hash(patient_id, condition, side, episode_id, ordinal) AS told
	FROM stage.episode
)
SELECT
	concat_ws('-',
		(SELECT to_hex(bit_xor(hash(episode.told, sessions.session_number, sessions.number_told, sessions.day_offset, sessions.period,
	${list(keptColumns.map(({ name }) => `sessions.${name}`))}))) FROM next.sessions AS sessions JOIN episode USING (episode_key)),
		(SELECT to_hex(bit_xor(hash(episode.told, anchors.anchor))) FROM next.anchors AS anchors JOIN episode USING (episode_key)),
		(SELECT to_hex(bit_xor(hash(episode.told, scores.session_number, scores.measure, scores.score))) FROM next.scores AS scores JOIN episode USING (episode_key)),
		(SELECT count(*) FROM next.sessions)) AS fingerprint`;
