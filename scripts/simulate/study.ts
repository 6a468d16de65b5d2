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
import { byLine, linearFound, recoveryFound, recoveryTruth } from './recovery.ts';
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
	/** cohorts of each number of episodes, of each condition; as many have therapists of their own */
	sizes: readonly Readonly<{ episodes: number; cohorts: number }>[];
	/** episodes of each condition in the draws that stand for the truth */
	truth: number;
	/** an estimate that fewer cohorts can make is not judged */
	fewest: number;
}>;

/** Draws the cohorts, asks the questions about them and compares what they say with the truth. `said` is told what is being done. */
export async function simulate(scenario: Scenario, { seed, sizes, truth, fewest }: Plan, said: (what: string) => void): Promise<Simulated[]> {
	const truths = await allTruths(scenario, { seed: seed + 1000, cohorts: 1, episodes: truth }, said);
	const correlations = await correlationTruth(scenario, { seed, episodes: truth });
	const names = [...questions.map(({ name }) => name), 'variation', 'trend'];
	const lines = new Map<string, Line[]>(names.map((name) => [name, []]));
	const rates = new Map<string, Rate[]>(names.map((name) => [name, []]));
	for (const [place, { episodes, cohorts }] of sizes.entries()) {
		said(`${cohorts} cohorts of ${episodes} episodes of each condition`);
		const size = { seed: seed + place, cohorts, episodes };
		const drawn = { usual: await drawCohorts({ scenario }, size), confounded: await drawCohorts(confounded(scenario), size), sparse: await drawCohorts(sparse(scenario), size) };
		for (const { name, from, find, only = () => true } of questions) {
			const all = await find(drawn[from]);
			const aims = (truths.get(name) ?? []).filter(({ estimator }) => only(estimator));
			lines.get(name)?.push(...linesOf(all, aims, { episodes, fewest, cohorts: (estimator) => (estimator === byLine ? new Set(all.map(({ cohort }) => cohort)).size : drawn[from].names.length) }));
		}
		said('months in which nothing changes');
		rates.get('trend')?.push(...(await trendRates(drawn.usual, episodes)));
		for (const { db } of Object.values(drawn)) db.closeSync();
		said('clinics and therapists');
		const of = cohorts * scenario.conditions.length;
		lines.get('variation')?.push(...linesOf(await correlationFound(scenario, { seed, cohorts: of, episodes }), correlations, { episodes, fewest, cohorts: () => of }));
		rates.get('variation')?.push(...(await variationRates(scenario, size)));
	}
	return [...lines].map(([question, own]) => ({ question, lines: own, rates: rates.get(question) ?? [] }));
}

type Find = (cohorts: Cohorts) => Promise<Found[]>;

/** `only` are the estimators that are judged so, where that is not all. */
const questions: readonly Readonly<{ name: string; from: 'usual' | 'confounded' | 'sparse'; find: Find; only?: (estimator: string) => boolean }>[] = [
	{ name: 'recovery', from: 'usual', find: all(recoveryFound), only: (estimator) => estimator !== byLine },
	{ name: 'recovery', from: 'sparse', find: all(linearFound), only: (estimator) => estimator === byLine },
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
