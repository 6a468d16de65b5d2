import { z } from 'zod';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import { rows, run } from '#lib/server/warehouse/database.ts';
import type { Asking, Question } from '../question.ts';
import { scoredCoursesParameters, scoredCoursesSql } from '../scored-courses.ts';
import { expectedMeans, expectedProportions, type Expectations } from './expected.ts';
import { funnel, minimumEpisodes, type Funnel } from './funnel.ts';
import { method } from './method.ts';
import outcomesSql from './outcomes.sql?raw';
import patientPairsSql from './patient-pairs.sql?raw';
import patternsSql from './patterns.sql?raw';
import { protect } from './protect.server.ts';
import type { PatternPair } from './repeated.ts';
import type { VariationResult } from './result.ts';
import { table } from './table.ts';
import unitsSql from './units.sql?raw';

const pattern = z.object({
	condition: z.string(),
	chronicity: z.string(),
	sex: z.string(),
	ageBand: z.string(),
	baseline: z.number(),
	clinic: z.string().nullable(),
	therapist: z.string().nullable(),
});
const patternRow = pattern.extend({ started: z.number(), responders: z.number(), followed: z.number(), sum: z.number(), squares: z.number() });
const pairRow = z.object({
	a: pattern,
	b: pattern,
	started: z.number(),
	respondersA: z.number(),
	respondersB: z.number(),
	bothResponded: z.number(),
	followed: z.number(),
	sumA: z.number(),
	sumB: z.number(),
	products: z.number(),
});
const unitRow = z.object({
	level: z.enum(['all', 'clinic', 'therapist']),
	unit: z.string().nullable(),
	within: z.string().nullable(),
	patients: z.number(),
	responders: z.number(),
	others: z.number(),
	followed: z.number(),
});

/** Funnels with the patients behind each unit, before any is withheld; a `reason` where the case mix could not be modelled. */
export type RawVariation = Readonly<{ threshold: string | null; patients: readonly RawPatients[]; response: RawOutcome; change: RawOutcome }>;
export type RawPatients = z.infer<typeof unitRow>;
export type RawOutcome = Readonly<{ clinic: Funnel; therapist: Funnel }> | Readonly<{ reason: string }>;

export const variation: Question<RawVariation, VariationResult> = { title: 'Differences between clinics and therapists', method, ask, protect, caveats, table };

async function ask({ db, measure, codebook, filters }: Asking): Promise<RawVariation> {
	const { minimum, maximum } = measure;
	const thresholds = conditionThresholds(codebook, measure, filters.threshold);
	await run(db, scoredCoursesSql, scoredCoursesParameters(measure, thresholds));
	await run(db, outcomesSql, { minimum, maximum });
	const patterns = await rows(db, patternRow, patternsSql);
	const patients = await rows(db, unitRow, unitsSql);
	const pairs = await rows(db, pairRow, patientPairsSql);
	const responsePairs = pairs.map((row) => ({ ...row, n: row.started, sumA: row.respondersA, sumB: row.respondersB, products: row.bothResponded }));
	const changePairs = pairs.map((row) => ({ ...row, n: row.followed }));
	const responses = patterns.filter(({ started }) => started > 0).map((row) => ({ ...row, n: row.started, sum: row.responders, squares: row.responders }));
	const changes = patterns.filter(({ followed }) => followed > 0).map((row) => ({ ...row, n: row.followed }));
	const met = new Set(responses.map(({ condition }) => condition));
	return {
		threshold: [...new Set(thresholds.filter(({ condition }) => met.has(condition)).map(({ label }) => label))].join(', or ') || null,
		patients,
		response: responses.length === 0 ? { reason: 'no threshold of a meaningful change is recorded for these scores' } : funnels(expectedProportions(responses), responsePairs, 'response'),
		change: changes.length === 0 ? { reason: 'no episode has a later score' } : funnels(expectedMeans(changes), changePairs, 'change'),
	};
}

function funnels(expectations: Expectations | Readonly<{ reason: string }>, pairs: readonly PatternPair[], outcome: 'response' | 'change'): RawOutcome {
	if ('reason' in expectations) return expectations;
	return { clinic: funnel(expectations, pairs, outcome, 'clinic'), therapist: funnel(expectations, pairs, outcome, 'therapist') };
}

function caveats({ clinics, therapists }: VariationResult, { minimumCell }: Asking): string[] {
	const points = [clinics, therapists].flatMap(({ response, change }) => [response, change]).flatMap(({ units }) => units.filter(({ point }) => point !== null));
	return [
		'A difference may be of the patients and not of the care: the expectation allows only for condition, chronicity, sex, age band and score at session 1, where they were recorded.',
		'Clinics and therapists are in alphabetical order and are not to be ranked: most of the order would be chance.',
		...(points.length > 0 ? [`Of ${points.length} points here, about ${Math.max(1, Math.round(points.length / 20))} would lie outside the 95 % limits by chance alone: being outside is a reason to look, not a verdict.`] : []),
		`Fewer than ${minimumEpisodes} episodes make no point. Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld.`,
		'Where a patient has several episodes, each is a course of its own; limits and intervals allow for their being alike. It counts for the clinic and the therapist of its first visit. One without a later score, whether it ended or goes on, counts as no response.',
		'Codes of staff are personal data: show the therapists only to those who may see them.',
		'Uncontrolled records: patients reported these changes; there is no comparison group to say what caused them.',
	];
}
