import { beforeAll, describe, expect, it } from 'vitest';
import { comparison } from '#lib/questions/comparison/comparison.server.ts';
import type { ComparisonResult, Difference } from '#lib/questions/comparison/result.ts';
import { relativeError } from '../statistics/relative-error.ts';
import { askingOf } from './asking-of.ts';
import fixture from './comparison.json' with { type: 'json' };

const { condition, chronicity, clinic, sex, age, first, z, last, patient } = fixture.episodes;
const protocols = ['dry-needling-pistoning', 'dry-needling-retained'];

/** The tables of the made-up episodes, each of the patient that `of` gives; what is not recorded is null, as in a snapshot. */
function tables(of: (key: number) => number) {
	const recorded = (text: string | undefined) => (text === undefined || text === 'not-recorded' ? null : text);
	const episodes = condition.map((name, key) => [key, of(key), name, z[key] === 1 ? 'dry-needling-retained' : 'dry-needling-pistoning', recorded(chronicity[key]), recorded(clinic[key]), recorded(sex[key]), recorded(age[key])]);
	return {
		episodes: { columns: 'episode_key INTEGER, patient_key INTEGER, condition VARCHAR, protocol VARCHAR, chronicity VARCHAR, clinic VARCHAR, sex VARCHAR, age_band VARCHAR', rows: episodes },
		cohort: { columns: 'episode_key INTEGER, patient_key INTEGER, condition VARCHAR', rows: condition.map((name, key) => [key, of(key), name]) },
		scores: {
			columns: 'episode_key INTEGER, session_number INTEGER, measure VARCHAR, score DOUBLE',
			rows: condition.flatMap((_, key) => [[key, 1, 'nprs', first[key] ?? null], [key, 2, 'nprs', 10], [key, 4, 'nprs', last[key] ?? null]]),
		},
	};
}

function numbers(difference: Difference | null | undefined): number[] {
	return [difference?.estimate ?? NaN, difference?.lower ?? NaN, difference?.upper ?? NaN];
}

describe.each([
	{ who: 'each of its own patient', of: (key: number) => key, all: fixture.expected, together: fixture.pooled },
	{ who: 'several of a patient', of: (key: number) => patient[key] ?? NaN, all: fixture.clustered, together: fixture.clusteredPooled },
])('comparison, beside R on the same episodes, $who', ({ of, all, together }) => {
	let result: ComparisonResult;

	beforeAll(async () => {
		const asking = await askingOf(tables(of), { search: protocols.map((protocol) => `protocol=${protocol}`).join('&') });
		result = comparison.protect(await comparison.ask(asking), asking.minimumCell);
	});

	it('has the first protocol of the codebook first', () => {
		expect(result.conditions.map(({ sides }) => sides?.map(({ protocol }) => protocol))).toEqual([protocols.toReversed(), protocols.toReversed()]);
	});

	it.each(all)('equals t.test and lm with HC3, or by patient, to 1e-8 for $condition', (expected) => {
		const found = result.conditions.find((each) => each.condition === expected.condition);
		expect(found?.sides?.map(({ n }) => n)).toEqual(expected.n);
		expect(relativeError(numbers(found?.unadjusted), expected.unadjusted)).toBeLessThan(1e-8);
		expect(relativeError(numbers(found?.ancova), expected.ancova)).toBeLessThan(1e-8);
	});

	it.each(all)('equals glm, weighted.mean and the stacked equations to 1e-6 for $condition', (expected) => {
		const found = result.conditions.find((each) => each.condition === expected.condition);
		expect(relativeError(numbers(found?.weighted), expected.weighted)).toBeLessThan(1e-6);
		expect(relativeError(numbers(found?.response?.weighted), expected.response)).toBeLessThan(1e-6);
		expect(relativeError([found?.balance[0]?.before ?? NaN], [expected.baseline])).toBeLessThan(1e-8);
	});

	it.each(all)('equals prop.test and square and add to 1e-8 for the responses of $condition', (expected) => {
		const found = result.conditions.find((each) => each.condition === expected.condition)?.response;
		expect(relativeError(found?.shares.flatMap(numbers) ?? [], expected.shares.flat())).toBeLessThan(1e-8);
		expect(relativeError(numbers(found?.difference), expected.plainResponse)).toBeLessThan(1e-8);
	});

	it.each(['ancova', 'weighted'] as const)('equals rma to 1e-4 for the pooled difference: %s', (kind) => {
		const pooled = result.pooled[0]?.[kind];
		const found = [...numbers(pooled), pooled?.tau ?? NaN, pooled?.i2 ?? NaN, pooled?.q ?? NaN];
		expect(relativeError(found, together[kind])).toBeLessThan(1e-4);
	});
});
