import { patientGenerator } from '#lib/sample/patient-generator.ts';
import type { Scenario } from '#lib/sample/scenario.ts';
import type { VariationResult } from '#lib/questions/variation/result.ts';
import { variation } from '#lib/questions/variation/variation.server.ts';
import { askingCohorts } from './asking-cohorts.ts';
import { drawCohorts, type Cohorts, type Size } from './draw-cohorts.ts';
import { found, type Found } from './found.ts';
import { rate, type Rate } from './rate.ts';
import { truthOf, type Truth } from './truth.ts';
import { alike, unlike } from './worlds.ts';

const levels = ['clinics', 'therapists'] as const;
const outcomes = [{ outcome: 'response', words: 'share that responded' }, { outcome: 'change', words: 'mean change' }] as const;
const correlation = 'Share of the variance between therapists';

/** How many clinics and therapists are too small for a point, and how many of the others lie beyond the limits, where none differs. */
export async function variationRates(scenario: Scenario, size: Size): Promise<Rate[]> {
	const cohorts = await drawCohorts(alike(scenario), size);
	const results: VariationResult[] = [];
	for (const cohort of cohorts.names) results.push(await ask(cohorts, cohort));
	cohorts.db.closeSync();
	return levels.flatMap((level) =>
		outcomes.flatMap(({ outcome, words }) => {
			const units = results.map((result) => result[level][outcome].units);
			const points = units.map((own) => own.flatMap(({ point }) => point ?? []));
			const small = rate({ name: `${capital(level)} too small for a point: ${words}`, episodes: size.episodes, expected: null }, units.map((own, at) => ({ of: own.length, count: own.length - (points[at]?.length ?? 0) })));
			const beyond = (name: string, expected: number, limits: readonly string[]) =>
				rate({ name: `${capital(level)} beyond the ${name} limits: ${words}`, episodes: size.episodes, expected }, points.map((own) => ({ of: own.length, count: own.filter((point) => limits.includes(point.beyond)).length })));
			return [small, beyond('95 %', 0.05, ['95', '99.8']), beyond('99.8 %', 0.002, ['99.8'])];
		}),
	);
}

/** How alike the patients of a therapist are, each cohort with therapists of its own. */
export async function correlationFound(scenario: Scenario, { seed, cohorts, episodes }: Size): Promise<Found[]> {
	const all: Found[] = [];
	for (let number = 0; number < cohorts; number++) {
		const condition = scenario.conditions[number % scenario.conditions.length];
		if (condition === undefined) continue;
		const world = unlike({ ...scenario, conditions: [condition] }, patientGenerator(seed, number), 1);
		all.push(...(await correlations(world, { seed: seed + number, cohorts: 1, episodes })));
	}
	return all;
}

/** The same of so many therapists that chance hardly matters. */
export async function correlationTruth(scenario: Scenario, size: Omit<Size, 'cohorts'>): Promise<Truth[]> {
	return truthOf(await correlations(unlike(scenario, patientGenerator(size.seed, 0), manyTimes), { ...size, cohorts: 1 }), [correlation]);
}

const manyTimes = 40;

async function correlations(world: Parameters<typeof drawCohorts>[0], size: Size): Promise<Found[]> {
	const cohorts = await drawCohorts(world, size);
	const all: Found[] = [];
	for (const cohort of cohorts.names) {
		const { therapists } = await ask(cohorts, cohort);
		all.push(...outcomes.flatMap(({ outcome, words }) => found({ cohort, estimator: correlation, at: words }, therapists[outcome].correlation)));
	}
	cohorts.db.closeSync();
	return all;
}

async function ask(cohorts: Cohorts, cohort: string): Promise<VariationResult> {
	const asking = await askingCohorts(cohorts, [cohort]);
	return variation.protect(await variation.ask(asking), asking.minimumCell);
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
