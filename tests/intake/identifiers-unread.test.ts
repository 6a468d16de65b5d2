import { expect, test } from 'vitest';
import { identifyingColumns } from '#lib/server/intake/identifiers/identifying-columns.ts';
import { drawFrom, surname, surnameParts, type Draw } from './made-up-people.ts';

const fields = ['patient_id', 'condition', 'session_number', undefined] as const;
const files = 20;
const languages = Object.keys(surnameParts);

/** In how many of the files of so many patients, three visits each, a column that is not read is seen as one that identifies people. */
function seen(patients: number, once: boolean, draw: (draw: Draw, language: string, patient: number, visit: number) => string): number {
	return Array.from({ length: files }, (_, file) => {
		const of = drawFrom(100 * patients + file);
		const language = languages[file % languages.length] ?? '';
		const records = Array.from({ length: patients }, (__, patient) => {
			const own = draw(of, language, patient, 0);
			return [0, 1, 2].map((visit) => [`P${patient}`, 'knee pain', String(visit + 1), once ? own : draw(of, language, patient, visit)]);
		});
		return identifyingColumns(['patient_id', 'condition', 'session_number', 'c5'], fields, records.flat()).length;
	}).filter((count) => count > 0).length;
}

test.each<[string, readonly number[], (draw: Draw, language: string) => string]>([
	['two rare names', [20, 20, 20], (draw, language) => `${surname(draw, language)} ${surname(draw, language)}`],
	['one rare name', [0, 0, 16], (draw, language) => surname(draw, language)],
	['numbers of six to ten digits', [20, 20, 20], ({ number }) => String(number(100_000, 9_999_999_999))],
])('%s of each patient are seen in a column that is not read, of 20 files of 3, 5 and 10 patients in %j', (_, counts, draw) => {
	expect([3, 5, 10].map((patients) => seen(patients, true, draw))).toEqual(counts);
});

test.each<[string, boolean, (draw: Draw, language: string, patient: number, visit: number) => string]>([
	['shoes', true, ({ pick }) => pick(['Asics', 'Brooks', 'Hoka', 'Saucony', 'Nike'])],
	['occupations', true, ({ pick }) => pick(['Teacher', 'Office Worker', 'Builder', 'Police Officer', 'Student', 'Nurse'])],
	['goals', false, ({ pick }) => pick(['Run Again', 'Sleep Better', 'Walk Far', 'Race'])],
	['numbers of visits', false, (_, __, patient, visit) => String(804_417 + 97 * (3 * patient + visit))],
	['counters', true, (_, __, patient) => String(100_000 + patient)],
	['codes', true, (_, __, patient) => `A${patient}`],
	['weights', true, ({ number }) => (number(450, 1100) / 10).toFixed(1)],
	['times', false, ({ number }) => `${number(3, 6)}:${number(10, 59)}:${number(10, 59)}`],
	['years', true, ({ number }) => String(number(1998, 2025))],
	['distances', true, ({ number }) => `${number(5, 42)} km`],
	['answers', false, ({ pick }) => pick(['yes', 'no', 'unsure'])],
	['surfaces', true, ({ pick }) => pick(['Road', 'Trail', 'Track', 'Treadmill'])],
])('%s are seen as no identifier in any file', (_, once, draw) => {
	expect([3, 5, 10].map((patients) => seen(patients, once, draw))).toEqual([0, 0, 0]);
});
