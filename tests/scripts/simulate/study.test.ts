import { beforeAll, expect, test } from 'vitest';
import json from '#data/sample/scenario.json' with { type: 'json' };
import { parseScenario } from '#lib/sample/scenario.ts';
import { askingCohorts } from '../../../scripts/simulate/asking-cohorts.ts';
import { drawCohorts } from '../../../scripts/simulate/draw-cohorts.ts';
import { estimators } from '../../../scripts/simulate/estimators.ts';
import { linearFound } from '../../../scripts/simulate/recovery.ts';
import { report } from '../../../scripts/simulate/report.ts';
import { simulate, type Simulated } from '../../../scripts/simulate/study.ts';
import { sparse } from '../../../scripts/simulate/worlds.ts';

const scenario = parseScenario(json);
const plan = { seed: 4, sizes: [{ episodes: 200, cohorts: 1 }], truth: 500, fewest: 1 };
let found: readonly Simulated[];

beforeAll(async () => {
	found = await simulate(scenario, plan, () => {});
});

/** Takes over in too few of the cohorts above. */
const rare = 'Adjusted mean, by the linear model';

test.each(estimators.filter(({ name }) => name !== rare))('$question: $name is put through its question and compared with a truth near to it', ({ question, name, unit }) => {
	const lines = found.find((each) => each.question === question)?.lines.filter(({ estimator }) => estimator === name) ?? [];
	const judged = lines.flatMap(({ performance }) => performance ?? []);
	expect(judged.length).toBeGreaterThan(0);
	const near = { points: 2.5, share: 0.3, money: 400 }[unit];
	for (const { bias, rmse, coverage } of judged) {
		expect(Math.abs(bias)).toBeLessThanOrEqual(rmse + 1e-12);
		expect(rmse).toBeLessThan(near);
		expect(coverage).toBeGreaterThanOrEqual(0);
	}
});

test('the linear model takes over where scores are sparse', async () => {
	const cohorts = await drawCohorts(sparse(scenario), { seed: 4, cohorts: 1, episodes: 100 });
	const estimates = await linearFound(await askingCohorts(cohorts, cohorts.names));
	expect(estimates.length).toBeGreaterThan(0);
	expect(estimates.every(({ mean, lower, upper }) => lower < mean && mean < upper)).toBe(true);
});

test.each(['trend', 'variation'])('%s: the rules are counted where nothing differs', (question) => {
	const rates = found.find((each) => each.question === question)?.rates ?? [];
	expect(rates.length).toBeGreaterThan(0);
	expect(rates.every(({ of, share }) => (of === 0 ? share === null : share !== null && share >= 0 && share <= 1))).toBe(true);
	expect(rates.filter(({ of }) => of > 0).length).toBeGreaterThan(3);
});

test('the same seed draws the same cohorts, and another seed others', async () => {
	const drawn = async (seed: number) => {
		const cohorts = await drawCohorts({ scenario }, { seed, cohorts: 2, episodes: 20 });
		return (await cohorts.db.runAndReadAll('SELECT * FROM scores ORDER BY ALL')).getRowsJS();
	};
	const [one, again, other] = [await drawn(1), await drawn(1), await drawn(2)];
	expect(again).toEqual(one);
	expect(other).not.toEqual(one);
});

test('what is kept names what each estimate is compared with', () => {
	const kept = report({ seed: 4, truth: 500, sizes: plan.sizes }, found);
	expect(kept.questions.flatMap((each) => each.estimators).every(({ aim, lines }) => aim !== '' && lines.length > 0)).toBe(true);
});
