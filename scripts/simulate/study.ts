import type { Asking } from '#lib/questions/question.ts';
import type { Scenario } from '#lib/sample/scenario.ts';
import { askingCohorts } from './asking-cohorts.ts';
import { comparisonFound } from './comparison.ts';
import { costFound } from './cost.ts';
import { departureFound } from './departure.ts';
import { doseFound } from './dose.ts';
import { drawCohorts, type Cohorts, type Size } from './draw-cohorts.ts';
import { estimators, type Aim } from './estimators.ts';
import type { Found } from './found.ts';
import { linesOf, type Line } from './lines.ts';
import { prognosisFound, waited } from './prognosis.ts';
import type { Rate } from './rate.ts';
import { linearFound, recoveryFound, recoveryTruth } from './recovery.ts';
import { responseFound } from './response.ts';
import { tolerabilityFound } from './tolerability.ts';
import { trendRates } from './trend.ts';
import { truthOf, type Truth } from './truth.ts';
import { correlationFound, correlationTruth, variationRates } from './variation.ts';
import { byLot, confounded, endless, returning, sparse, staying, type World } from './worlds.ts';

/** What each question found: how its estimators did, and how often its rules spoke. */
export type Simulated = Readonly<{ question: string; lines: readonly Line[]; rates: readonly Rate[] }>;

type Plan = Readonly<{
	seed: number;
	/** cohorts of each number of episodes, of each condition */
	sizes: readonly Readonly<{ episodes: number; cohorts: number }>[];
	/** cohorts with therapists of their own, of as many episodes as the largest */
	therapistCohorts: number;
	/** episodes of each condition in the draws that stand for the truth */
	truth: number;
}>;

/** Draws the cohorts, asks the questions about them and compares what they say with the truth. `said` is told what is being done. */
export async function simulate(scenario: Scenario, { seed, sizes, therapistCohorts, truth }: Plan, said: (what: string) => void): Promise<Simulated[]> {
	const truths = await allTruths(scenario, { seed: seed + 1000, cohorts: 1, episodes: truth }, said);
	const lines = new Map<string, Line[]>(questions.map(({ name }) => [name, []]));
	const rates = new Map<string, Rate[]>();
	for (const [place, { episodes, cohorts }] of sizes.entries()) {
		said(`${cohorts} cohorts of ${episodes} episodes of each condition`);
		const size = { seed: seed + place, cohorts, episodes };
		const drawn = { usual: await drawCohorts({ scenario }, size), confounded: await drawCohorts(confounded(scenario), size), sparse: await drawCohorts(sparse(scenario), size) };
		for (const { name, from, find } of questions) {
			const all = await find(drawn[from]);
			const fewest = (estimator: string) => (rare.has(estimator) ? leastCohorts : 0.95 * drawn[from].names.length);
			lines.get(name)?.push(...linesOf(all, truths.get(name) ?? [], { episodes, fewest }));
		}
		if (place === sizes.length - 1) rates.set('trend', await trendRates(drawn.usual, episodes));
		for (const { db } of Object.values(drawn)) db.closeSync();
	}
	const episodes = sizes.at(-1)?.episodes ?? 0;
	said(`${therapistCohorts} cohorts of clinics and therapists`);
	const therapists = await correlationFound(scenario, { seed, cohorts: therapistCohorts, episodes });
	rates.set('variation', await variationRates(scenario, { seed, cohorts: Math.ceil(therapistCohorts / scenario.conditions.length), episodes }));
	lines.set('variation', linesOf(therapists, await correlationTruth(scenario, { seed, episodes: truth }), { episodes, fewest: () => 0.9 * therapistCohorts }));
	return [...new Set([...questions.map(({ name }) => name), 'variation', 'trend'])].map((question) => ({ question, lines: lines.get(question) ?? [], rates: rates.get(question) ?? [] }));
}

/** What is estimated in few cohorts by design is judged by these. */
const rare = new Set(['Adjusted mean, by the linear model']);
const leastCohorts = 30;

type Find = (cohorts: Cohorts) => Promise<Found[]>;

const questions: readonly Readonly<{ name: string; from: 'usual' | 'confounded' | 'sparse'; find: Find }>[] = [
	{ name: 'recovery', from: 'usual', find: all(recoveryFound) },
	{ name: 'recovery', from: 'sparse', find: all(linearFound) },
	{ name: 'response', from: 'usual', find: all(responseFound) },
	{ name: 'prognosis', from: 'usual', find: all(prognosisFound) },
	{ name: 'comparison', from: 'confounded', find: all(comparisonFound) },
	{ name: 'departure', from: 'usual', find: all(departureFound) },
	{ name: 'dose', from: 'usual', find: all(doseFound) },
	{ name: 'tolerability', from: 'usual', find: tolerabilityFound },
	{ name: 'cost', from: 'usual', find: all(costFound) },
];

function all(find: (asking: Asking) => Promise<Found[]>): Find {
	return async (cohorts) => find(await askingCohorts(cohorts, cohorts.names));
}

async function allTruths(scenario: Scenario, size: Size, said: (what: string) => void): Promise<Map<string, Truth[]>> {
	const truths = new Map<string, Truth[]>(questions.map(({ name }) => [name, name === 'recovery' ? recoveryTruth(scenario) : []]));
	const worlds: readonly Readonly<{ aim: Aim; world: World }>[] = [
		{ aim: 'usual', world: { scenario } },
		{ aim: 'endless', world: endless(scenario) },
		{ aim: 'staying', world: staying(scenario) },
		{ aim: 'returning', world: returning(scenario, waited) },
		{ aim: 'byLot', world: byLot(scenario) },
	];
	for (const { aim, world } of worlds) {
		said(`${size.episodes} episodes of each condition, against which to judge (${aim})`);
		const cohorts = await drawCohorts(world, size);
		for (const { name, find } of questions) {
			const aiming = estimators.filter((estimator) => estimator.question === name && estimator.aim === aim).map((estimator) => estimator.name);
			if (aiming.length > 0) truths.get(name)?.push(...truthOf(await find(cohorts), aiming));
		}
		cohorts.db.closeSync();
	}
	return truths;
}
