import { describe, expect, test } from 'vitest';
import { identifyingColumns } from '#lib/server/intake/identifiers/identifying-columns.ts';
import { drawFrom, surname, surnameParts } from './made-up-people.ts';

const fields = ['patient_id', 'condition', 'session_number', undefined] as const;
const draws = drawFrom(7);

/** The identifier that is seen in a column of made-up patients with three visits each. */
function seen(patients: number, header: string, valueOf: (patient: number, visit: number) => string): string | undefined {
	const records = Array.from({ length: patients }, (_, patient) => [0, 1, 2].map((visit) => [`P${patient}`, 'knee pain', String(visit + 1), valueOf(patient, visit)])).flat();
	return identifyingColumns(['patient_id', 'condition', 'session_number', header], fields, records)[0]?.identifier.id;
}

/** The value of each patient, drawn once. */
function ownOf(draw: () => string): (patient: number) => string {
	const drawn = new Map<number, string>();
	return (patient) => {
		const value = drawn.get(patient) ?? draw();
		drawn.set(patient, value);
		return value;
	};
}

const people = Object.keys(surnameParts).flatMap((language) => {
	const name = () => surname(draws, language);
	return [
		[language, 'two names', () => `${name()} ${name()}`],
		[language, 'a surname in front', () => `${name()}, ${name()}`],
		[language, 'capitals', () => `${name().toUpperCase()} ${name()}`],
	] as const;
});

describe('a column that is not read', () => {
	test.each(people)('with rare %s names is seen as one of names, in a file of three patients too: %s', (_, __, draw) => {
		expect([3, 10].map((patients) => seen(patients, 'c5', ownOf(draw)))).toEqual(['name', 'name']);
	});

	test('with names in writing without capitals is seen as one of names', () => {
		expect(seen(3, 'c5', (patient) => ['王小明', '李芳', '陳偉'][patient] ?? '')).toBe('name');
		expect(seen(3, 'c5', (patient) => ['محمد الحسن', 'فاطمة الزهراء', 'ليلى حداد'][patient] ?? '')).toBe('name');
	});

	test('with one rare name a patient is seen as one of names where there are eight patients', () => {
		const names = ['Thornley', 'Ashcombe', 'Whitfield', 'Bradworth', 'Holstead', 'Wingburn', 'Cropwick', 'Langham'];
		expect([7, 8].map((patients) => seen(patients, 'c5', (patient) => names[patient] ?? ''))).toEqual([undefined, 'name']);
	});

	test.each([
		['six digits', () => String(draws.number(100_000, 999_999))],
		['a telephone number', () => String(draws.number(2_000_000_000, 2_147_483_647))],
		['letters in front', () => `K${draws.number(1_000_000, 9_999_999)}`],
	])('with a number of each patient is seen as one that leads to a person, in a file of three patients too: %s', (_, draw) => {
		expect(seen(3, 'c5', ownOf(draw))).toBe('other-code');
	});

	test.each<[string, (patient: number, visit: number) => string]>([
		['shoe', (patient) => ['Asics', 'Brooks', 'Hoka', 'Saucony'][patient % 4] ?? ''],
		['occupation', (patient) => ['Teacher', 'Office Worker', 'Builder', 'Police Officer', 'Student'][patient % 5] ?? ''],
		['goal', (patient, visit) => ['Run Again', 'Sleep Better', 'Walk Far'][(patient + visit) % 3] ?? ''],
		['invoice', (patient, visit) => String(804_417 + 97 * (3 * patient + visit))],
		['counter', (patient) => String(100_000 + patient)],
		['code', (patient) => `A${patient}`],
		['onset', (patient) => `202403${String(10 + patient)}`],
		['time', (patient) => `3:${10 + patient}:41`],
		['weight', (patient) => (61.3 + patient).toFixed(1)],
	])('called %s that says nothing of who somebody is, is seen as no identifier', (header, valueOf) => {
		expect(seen(10, header, valueOf)).toBeUndefined();
	});
});
