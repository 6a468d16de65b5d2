import { fields } from '#lib/record/fields.ts';

/** Columns that say where a visit belongs, or that a snapshot keeps in another table. */
const placing = ['patient_id', 'condition', 'side', 'episode_id', 'session_number', 'session_date', 'measure', 'score'];

/** Columns that a snapshot keeps of each visit beside its place: what is not said by its patient, episode or scores. */
export const keptColumns = fields.filter(({ name }) => !placing.includes(name));
