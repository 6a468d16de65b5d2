import { beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '#lib/questions/question.ts';
import type { TolerabilityResult } from '#lib/questions/tolerability/result.ts';
import { tolerability } from '#lib/questions/tolerability/tolerability.server.ts';
import { clopperPearsonInterval } from '#lib/statistics/clopper-pearson-interval.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import { askingOf } from './asking-of.ts';

type Visit = Readonly<{ patient: number; region: string; protocol: string; peak: number | null; hours: number | null; insertion: number | null; event: string | null }>;

/** 8 patients needled in the calf, 8 in the foot, two visits each; 2 in the knee. The foot is never sore for long. */
const visits: readonly Visit[] = [
	...Array.from({ length: 8 }, (_, i) => [
		{ patient: i, region: 'calf', protocol: 'dry-needling', peak: 5, hours: 60, insertion: 1, event: 'Bleeding.' },
		{ patient: i, region: 'calf', protocol: 'dry-needling', peak: 3, hours: 30, insertion: null, event: 'None' },
	]),
	...Array.from({ length: 8 }, (_, i) => [
		{ patient: 10 + i, region: 'foot', protocol: 'exercise-only', peak: 2, hours: 10, insertion: 2, event: null },
		{ patient: 10 + i, region: 'foot', protocol: 'exercise-only', peak: 1, hours: 24, insertion: 2, event: i < 4 ? 'bruise; bleed' : 'none' },
	]),
	...[20, 21].map((patient) => [{ patient, region: 'knee', protocol: 'exercise-only', peak: 4, hours: 90, insertion: 0, event: 'fainting' }]),
].flat();

async function asked(all: readonly Visit[], minimumCell: number): Promise<TolerabilityResult> {
	return tolerability.protect(await tolerability.ask(await askingAbout(all, minimumCell)), minimumCell);
}

async function askingAbout(all: readonly Visit[], minimumCell: number): Promise<Asking> {
	const patients = [...new Set(all.map(({ patient }) => patient))];
	const sessions = all.map(({ patient, region, protocol, peak, hours, insertion, event }, number) => [patient, number, region, protocol, peak, hours, insertion, event]);
	return askingOf(
		{
			cohort: { columns: 'episode_key INTEGER, patient_key INTEGER', rows: patients.map((patient) => [patient, patient]) },
			sessions: {
				columns: 'episode_key INTEGER, session_number INTEGER, body_region VARCHAR, protocol VARCHAR, soreness_peak DOUBLE, soreness_hours DOUBLE, insertion_pain DOUBLE, adverse_event VARCHAR',
				rows: sessions,
			},
		},
		{ minimumCell },
	);
}

let open: TolerabilityResult;
let guarded: TolerabilityResult;

beforeAll(async () => {
	open = await asked(visits, 1);
	guarded = await asked(visits, 5);
});

/** The first row of a name, of one outcome or number of hours where given. */
function find<Row extends { name: string; outcome?: string; hours?: number }>(all: readonly Row[], name: string, { outcome, hours }: { outcome?: string; hours?: number } = {}): Row | undefined {
	return all.find((row) => row.name === name && (outcome === undefined || row.outcome === outcome) && (hours === undefined || row.hours === hours));
}

describe('soreness', () => {
	test('has a mean with both intervals, a median and quartiles for each region', () => {
		const calf = find(open.spreads, 'calf', { outcome: 'soreness_peak' });
		expect(calf).toMatchObject({ n: 16, patients: 8, mean: 4, median: 4, q1: 3, q3: 5 });
		expect(calf?.interval?.lower).toBeCloseTo(4 - (2.1314495 * Math.sqrt(16 / 15)) / 4, 6);
	});

	test('does not vary between patients whose visits give the same sums', () => {
		expect(find(open.spreads, 'calf', { outcome: 'soreness_peak' })?.robust).toEqual({ lower: 4, upper: 4 });
	});

	test('of a region is compared with all other regions together', () => {
		expect(find(open.contrasts, 'calf', { outcome: 'soreness_hours' })).toMatchObject({ n: 16, othersN: 18, mean: 45, othersMean: (8 * 34 + 180) / 18, difference: 45 - 452 / 18, notEstimable: null });
	});

	test('is compared for each outcome by region and by protocol', () => {
		expect(new Set(open.contrasts.map(({ outcome, part }) => `${outcome} ${part}`)).size).toBe(6);
	});

	test('is over within 24, 48 and 72 hours in a share of visits', () => {
		const shares = [24, 48, 72].map((hours) => find(open.over, 'all', { hours })?.share);
		expect(shares.map((share) => share?.count)).toEqual([16, 24, 32]);
		expect(shares[0]).toMatchObject({ n: 34, interval: { lower: wilsonInterval(16, 34)?.lower, upper: wilsonInterval(16, 34)?.upper } });
	});
});

describe('adverse events', () => {
	test('are counted a visit, whatever their number, case and punctuation', () => {
		const interval = clopperPearsonInterval(14, 34);
		expect(find(open.events.parts, 'all')?.share).toMatchObject({ count: 14, n: 34, interval: { lower: interval?.lower, upper: interval?.upper } });
	});

	test('are counted by kind, by the words of the files, with none of the kinds that were not seen', () => {
		expect(Object.fromEntries(open.events.kinds.map(({ label, share }) => [label, share.count]))).toEqual({ Bleeding: 12, Bruising: 4, fainting: 2, 'Pain after treatment': 0, 'Pain during treatment': 0 });
	});

	test('are not counted where the record is empty or says none', () => {
		expect(open.events.recorded).toBe(26);
	});

	test('stand beside the published rates with their citations', () => {
		expect(open.events.published).toContainEqual(expect.objectContaining({ study: 'brady-2014', kind: 'bruising', percent: 7.55, treatments: 7629 }));
	});

	test('cannot be estimated where no visit says', async () => {
		const { events } = await asked(visits.map((visit) => ({ ...visit, event: null })), 1);
		expect(events).toMatchObject({ notEstimable: 'no visit says whether there was an adverse event', parts: [], kinds: [] });
	});
});

describe('small cells', () => {
	test('are withheld, with another region that would give them away', () => {
		const hidden = guarded.spreads.filter(({ outcome, part, suppressed }) => outcome === 'soreness_peak' && part === 'region' && suppressed);
		expect(hidden.map(({ name, mean }) => [name, mean])).toEqual([['foot', null], ['knee', null]]);
	});

	test('hide the hours beyond which too few were sore', () => {
		expect([24, 48, 72].map((hours) => find(guarded.over, 'all', { hours })?.suppressed)).toEqual([false, false, true]);
	});

	test('hide kinds of event, name and all, and another whose count they would give away', () => {
		expect(guarded.events.kinds.map(({ label }) => label)).not.toContain('fainting');
		expect(guarded.events.withheldKinds).toBe(2);
	});
});

describe('an empty or single record', () => {
	test('gives no number that is not one', async () => {
		const [only] = visits;
		const results = [await asked([], 1), await asked(only === undefined ? [] : [only], 1)];
		expect(JSON.stringify(results, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value))).not.toContain('not finite');
	});
});

describe('patients with visits at one place or at several', () => {
	const of = (visit: Visit, part: 'all' | 'region' | 'protocol') => (part === 'all' ? 'all' : visit[part]);
	const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
	const peaks = (those: readonly Visit[]) => those.flatMap(({ peak }) => (peak === null ? [] : [peak]));
	const mean = (values: readonly number[]) => sum(values) / values.length;
	const quantile = (values: readonly number[], share: number) => {
		const sorted = values.toSorted((a, b) => a - b);
		const rank = (sorted.length - 1) * share;
		const [below, above] = [sorted[Math.floor(rank)] ?? NaN, sorted[Math.ceil(rank)] ?? NaN];
		return below + (above - below) * (rank - Math.floor(rank));
	};
	const made = (seed: number): Visit[] => {
		const random = seededUniform(seed);
		const oneOf = <T>(values: readonly T[], otherwise: T) => values[Math.floor(random() * values.length)] ?? otherwise;
		const usual = Array.from({ length: 30 }, () => ({ region: oneOf(['calf', 'foot', 'not-recorded'], 'calf'), protocol: oneOf(['dry-needling', 'exercise-only'], 'dry-needling') }));
		return usual.flatMap(({ region, protocol }, patient) =>
			Array.from({ length: 4 }, () => ({
				patient,
				region: random() < 0.2 ? 'knee' : region,
				protocol: random() < 0.1 ? 'massage' : protocol,
				peak: random() < 0.2 ? null : Math.floor(random() * 11),
				hours: null,
				insertion: null,
				event: random() < 0.2 ? 'bleeding' : 'none',
			})),
		);
	};
	const patients = [...Array.from({ length: 30 }).keys()];

	test('have the sums, quartiles and variances that follow from each patient’s visits', async () => {
		for (const seed of [1, 2, 3]) {
			const all = made(seed);
			const { spreads, contrasts, events } = await tolerability.ask(await askingAbout(all, 1));
			expect(contrasts.length).toBeGreaterThan(5);
			for (const { part, name, ...row } of spreads) {
				const there = peaks(all.filter((visit) => of(visit, part) === name));
				const squares = sum(patients.map((patient) => sum(peaks(all.filter((visit) => visit.patient === patient && of(visit, part) === name)).map((peak) => (peak - mean(there)) / there.length)) ** 2));
				expect(row).toMatchObject({ n: there.length, mean: expect.closeTo(mean(there), 9), q1: quantile(there, 0.25), median: quantile(there, 0.5), q3: quantile(there, 0.75), squares: expect.closeTo(squares, 9) });
			}
			for (const { part, name, ...row } of contrasts) {
				const known = all.filter((visit) => of(visit, part) !== 'not-recorded');
				const [there, others] = [true, false].map((isThere) => peaks(known.filter((visit) => (of(visit, part) === name) === isThere)));
				const share = (visit: Visit) => (visit.peak === null ? 0 : of(visit, part) === name ? (visit.peak - mean(there ?? [])) / (there?.length ?? 0) : -(visit.peak - mean(others ?? [])) / (others?.length ?? 0));
				const squares = sum(patients.map((patient) => sum(known.filter((visit) => visit.patient === patient).map(share)) ** 2));
				const othersPatients = new Set(known.filter((visit) => visit.peak !== null && of(visit, part) !== name).map(({ patient }) => patient)).size;
				expect(row).toMatchObject({ n: there?.length, othersN: others?.length, othersPatients, squares: expect.closeTo(squares, 9) });
			}
			for (const { part, name, ...row } of events.filter((event) => event.part !== 'kind')) {
				const there = all.filter((visit) => of(visit, part === 'kind' ? 'all' : part) === name);
				const count = there.filter(({ event }) => event === 'bleeding').length;
				const squares = sum(patients.map((patient) => sum(there.filter((visit) => visit.patient === patient).map(({ event }) => Number(event === 'bleeding') - count / there.length)) ** 2));
				expect(row).toMatchObject({ n: there.length, count, eventPatients: new Set(there.filter(({ event }) => event === 'bleeding').map(({ patient }) => patient)).size, squares: expect.closeTo(squares, 9) });
			}
		}
	});
});
