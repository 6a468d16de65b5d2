import { fields } from '#lib/record/fields.ts';

/*
 * The statements of the next snapshot's visits. Their columns are the field table's and nobody else's;
 * all other statements of the snapshot are files.
 */

const list = (lines: readonly string[]) => lines.join(',\n\t');

/** Columns that a snapshot keeps of each visit beside its place: what is not said by its patient, episode or scores. */
const placing = ['patient_id', 'condition', 'side', 'episode_id', 'session_number', 'session_date', 'measure', 'score'];
const keptColumns = fields.filter(({ name }) => !placing.includes(name));

/** Visits of this import, placed. `period` is the month or, with `$format` so, the year. */
export const createSessionSql = `-- one row a visit of the next snapshot
CREATE TABLE stage.session AS
SELECT
	placed.visit,
	visit.patient_id,
	visit.condition,
	visit.side,
	visit.episode_id,
	placed.ordinal,
	placed.session_number,
	(placed.session_date - min(placed.session_date) OVER (PARTITION BY placed.course, placed.ordinal))::INTEGER AS day_offset,
	strftime(placed.session_date, $format) AS period,
	${list(keptColumns.map(({ name }) => (name === 'pain_before' ? 'visit.pain AS pain_before' : `visit.${name}`)))}
FROM stage.placed AS placed
JOIN stage.visit AS visit
	USING (visit)
WHERE placed.visit IN (SELECT visit FROM stage.accepted)`;

/** Visits of the published snapshot whose course this import does not tell anew; their visit number is negative. */
export const keepSessionsSql = `-- appends the visits that stay
INSERT INTO stage.session BY NAME
SELECT
	-1 - sessions.rowid AS visit,
	patients.patient_id,
	episodes.condition,
	episodes.side,
	episodes.episode_id,
	episodes.ordinal,
	sessions.session_number,
	sessions.day_offset,
	left(sessions.period, $length::INTEGER) AS period,
	${list(keptColumns.map(({ name }) => `sessions.${name}`))}
FROM previous.sessions AS sessions
JOIN previous.episodes AS episodes
	USING (episode_key)
JOIN previous.patients AS patients
	USING (patient_key)
ANTI JOIN stage.known_course AS known_course
	ON known_course.whole
	AND known_course.patient_id = patients.patient_id
	AND known_course.condition = episodes.condition
	AND known_course.side IS NOT DISTINCT FROM episodes.side
	AND known_course.episode_id IS NOT DISTINCT FROM episodes.episode_id`;

/** The visits as the snapshot keeps them. */
export const createSessionsSql = `-- one row a visit
CREATE TABLE next.sessions AS
SELECT
	keyed.episode_key,
	keyed.session_number,
	session.day_offset,
	session.period,
	${list(keptColumns.map(({ name }) => `session.${name}`))}
FROM stage.session AS session
JOIN stage.keyed AS keyed
	USING (visit)
ORDER BY
	keyed.episode_key,
	keyed.session_number`;

/** One row: a fingerprint of all visits and scores, whatever their order in the files. */
export const fingerprintSql = `-- one row: a fingerprint of the content, whatever its order
SELECT
	concat_ws('-',
		(SELECT to_hex(bit_xor(hash(patient_id, condition, side, episode_id, ordinal, session_number, day_offset, period,
	${list(keptColumns.map(({ name }) => name))}))) FROM stage.session),
		(SELECT to_hex(bit_xor(hash(session.patient_id, session.condition, session.side, session.episode_id, session.ordinal,
			session.session_number, score.measure, score.score))) FROM stage.score AS score JOIN stage.session AS session USING (visit)),
		(SELECT count(*) FROM stage.session)) AS fingerprint`;
