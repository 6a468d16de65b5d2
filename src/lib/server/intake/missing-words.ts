import type { Mapping } from './mapping.ts';

/** The words that stand for no value in a column, in lower case; a patient is never missing. */
export function missingWords({ missing = [] }: Pick<Mapping, 'missing'>, column: string): string[] {
	const words = Array.isArray(missing) ? missing : (missing[column] ?? []);
	return column === 'patient_id' ? [] : words.map((word) => word.normalize('NFC').trim().toLowerCase());
}
