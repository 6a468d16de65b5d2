import { describe, expect, test } from 'vitest';
import { choices } from '#lib/questions/choices/choices.server.ts';
import { askingOf } from './asking-of.ts';

type Patients = Readonly<{ n: number; clinic: string | null; sex?: string; period?: string; episodes?: number }>;

const columns = 'patient_key INTEGER, condition VARCHAR, protocol VARCHAR, clinic VARCHAR, therapist VARCHAR, payer VARCHAR, sex VARCHAR, age_band VARCHAR, chronicity VARCHAR, period VARCHAR';
const clinics: readonly Patients[] = [
	{ n: 40, clinic: 'North', sex: 'female' },
	{ n: 30, clinic: 'North', sex: 'male' },
	{ n: 20, clinic: 'South', sex: 'female' },
	{ n: 15, clinic: 'South', sex: 'male' },
];

async function ask(patients: readonly Patients[], search: string) {
	const all = patients.flatMap(({ n, ...each }) => Array.from({ length: n }, () => each));
	const rows = all.flatMap(({ clinic, sex = 'female', period = '2025-Q1', episodes = 1 }, key) => Array.from({ length: episodes }, () => [key, 'knee-pain', null, clinic, null, null, sex, null, null, period]));
	const asking = await askingOf({ episodes: { columns, rows } }, { search });
	const found = choices.protect(await choices.ask(asking), 11).choices;
	const of = (name: string) => found.filter(({ filter }) => filter === name).map(({ value, n }) => ({ value, n }));
	return { clinic: of('clinic'), sex: of('sex') };
}

describe('the choices of a filter', () => {
	test('are counted among what the other filters leave, and not among what it leaves itself', async () => {
		const { clinic, sex } = await ask(clinics, 'clinic=North');
		expect(clinic).toEqual([{ value: 'North', n: 70 }, { value: 'South', n: 35 }]);
		expect(sex).toEqual([{ value: 'female', n: 40 }, { value: 'male', n: 30 }]);
	});

	test('are counted once where two filters leave an episode out', async () => {
		const { clinic, sex } = await ask(clinics, 'clinic=North&sex=male');
		expect(clinic).toEqual([{ value: 'North', n: 30 }, { value: 'South', n: 15 }]);
		expect(sex).toEqual([{ value: 'female', n: 40 }, { value: 'male', n: 30 }]);
	});

	test('are each what selecting it alone would give, for a year and for its quarters', async () => {
		const { clinic } = await ask([{ n: 20, clinic: 'North', period: '2024-Q4' }, { n: 12, clinic: 'North', period: '2025-Q2' }, { n: 13, clinic: 'South' }], 'period=2025');
		expect(clinic).toEqual([{ value: 'North', n: 12 }, { value: 'South', n: 13 }]);
	});

	test('count episodes, and go by patients in what they withhold', async () => {
		expect((await ask([{ n: 10, clinic: 'North', episodes: 4 }, { n: 30, clinic: 'South' }, { n: 12, clinic: 'West' }], '')).clinic).toEqual([{ value: 'North', n: null }, { value: 'South', n: 30 }, { value: 'West', n: null }]);
	});

	test('withhold one more where the rest, or those without a value, would give a few away', async () => {
		expect((await ask([{ n: 3, clinic: null }, { n: 30, clinic: 'North' }, { n: 20, clinic: 'South' }], '')).clinic).toEqual([{ value: 'North', n: 30 }, { value: 'South', n: null }]);
	});

	test('are none where nobody is left', async () => {
		expect((await ask(clinics, 'clinic=North&sex=other&period=2020')).clinic).toEqual([]);
	});
});
