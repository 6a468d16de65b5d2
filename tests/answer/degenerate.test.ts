import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { measureOf } from '#lib/charts/measure.ts';
import type { Filters } from '#lib/questions/answer.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { isQuestion, questions, type QuestionName } from '#lib/questions/registry.server.ts';
import { answer } from '#lib/server/answer.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { figuresOf } from '#lib/figures/figures-of.server.ts';
import { importInto } from '../intake/import-into.ts';
import { visitLines, type MadeUpCourse } from './made-up-visits.ts';
import { untellable } from './untellable.ts';

const protocols = ['dry needling retained', 'exercise only'];
const clinics = ['North', 'South'];

/** `n` patients over both protocols and clinics, unless `same` says otherwise; scores fall, the less the later the patient. */
function cohort(n: number, same: Partial<MadeUpCourse> = {}): MadeUpCourse[] {
	return Array.from({ length: n }, (_, i) => ({
		patient: `P${i}`,
		condition: i % 3 === 0 ? 'hip pain' : 'knee pain',
		protocol: protocols[Math.floor(i / 2) % 2] ?? '',
		clinic: clinics[i % 2] ?? '',
		therapist: `T${i % 4}`,
		start: `202${3 + (i % 2)}-0${1 + (i % 9)}-01`,
		scores: [8, 7 - (i % 2), 6 - (i % 4), 5 - (i % 3)].slice(0, 2 + (i % 3)),
		discharge: i % 5 === 0 ? 'completed' : i % 7 === 0 ? 'referred' : '',
		...same,
	}));
}

/** What is asked about, and what of it must be said in words, by question. */
const snapshots: Readonly<Record<string, Readonly<{ courses: readonly MadeUpCourse[]; search?: string; said: Partial<Record<QuestionName, RegExp>> }>>> = {
	'nobody at all': { courses: cohort(60), search: 'clinic=nowhere', said: Object.fromEntries(Object.keys(questions).map((name) => [name, /No episode matches these filters/])) },
	'one patient': { courses: cohort(1), said: { response: /withheld/, prognosis: /are left out/, comparison: /fewer than two protocols are recorded/, variation: /there are too few patients/, completeness: /withheld/, dose: /no group has enough patients/ } },
	'scores that never vary': { courses: cohort(80, { scores: [5, 5, 5] }), said: { comparison: /the last scores do not vary/, variation: /all episodes have the same outcome.*the case mix leaves no difference between episodes/ } },
	'everyone gone after one session': {
		courses: cohort(80, { scores: [7] }),
		said: { prognosis: /no episode came back after session 1/, comparison: /fewer than 11 patients of a protocol/, variation: /all episodes have the same outcome.*no episode has a later score/, dose: /no group has enough patients/ },
	},
	'one protocol only': { courses: cohort(80, { protocol: 'exercise only' }), said: { comparison: /fewer than two protocols are recorded/ } },
	'one clinic only': { courses: cohort(80, { clinic: 'North' }), said: { variation: /no therapist can be shown with 30 episodes or more/ } },
	'the best score from the start': { courses: cohort(80, { scores: [0, 0, 0] }), said: { response: /from which the threshold can be reached/, prognosis: /from which the threshold can be reached/ } },
};

const asked = [
	{ minimum: '11', by: '' },
	{ minimum: '1', by: 'by=protocol' },
];
const names = Object.keys(questions).filter(isQuestion);

describe.each(Object.entries(snapshots))('a snapshot of %s', (_, { courses, search = '', said }) => {
	let folder: string;
	let warehouse: Warehouse;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'needlepoint-'));
		const { rejected } = await importInto(folder, { 'a.csv': visitLines(courses) });
		if (rejected > 0) throw new Error('the records of this test must be sound');
		warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	});

	afterEach(() => {
		vi.unstubAllEnvs();
	});

	afterAll(async () => {
		warehouse.close();
		await rm(folder, { recursive: true });
	});

	const filtersOf = (...parts: readonly string[]) => parseFilters(new URLSearchParams(parts.join('&')));

	test.each(names)('gives %s numbers, a table and figures that can be told, or none', async (name) => {
		for (const { minimum, by } of asked) {
			vi.stubEnv('NEEDLEPOINT_MINIMUM_CELL', minimum);
			const { given, shown } = await whole(warehouse, name, filtersOf(search, by));
			expect(untellable(given)).toEqual([]);
			expect(shown).not.toMatch(/NaN|Infinity|undefined/);
		}
	});

	test.each(Object.entries(said))('says in %s why there is nothing to say', async (name, words) => {
		if (!isQuestion(name)) throw new Error(name);
		const { method: _, ...given } = await answer(warehouse, name, filtersOf(search));
		expect(JSON.stringify(given)).toMatch(words);
	});
});

/** An answer, and its figures and table as text. */
async function whole<Name extends QuestionName>(warehouse: Warehouse, name: Name, filters: Filters) {
	const given = await answer(warehouse, name, filters);
	const figures = figuresOf(name, given, { codebook: defaultCodebook, measure: measureOf(defaultCodebook, filters.measure), source: '' });
	return { given, shown: JSON.stringify([figures, questions[name].table(given)]) };
}
