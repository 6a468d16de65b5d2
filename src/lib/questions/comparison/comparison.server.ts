import { z } from 'zod';
import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import { rows, run } from '#lib/server/warehouse/database.ts';
import type { AskedWith, Asking, HeldAsking, Question } from '../question.ts';
import { scoredCoursesParameters, scoredCoursesSql } from '../scored-courses.ts';
import { alike, independent, responsePairs, type ResponsePairs } from './alike.ts';
import { compare, type Compared, type NotCompared } from './compare.ts';
import { comparisonHeld } from './comparison-held.server.ts';
import createComparedSql from './create-compared.sql?raw';
import levelsSql from './levels.sql?raw';
import { method } from './method.ts';
import { pairOf } from './pairs.ts';
import patientPairsSql from './patient-pairs.sql?raw';
import patternsSql from './patterns.sql?raw';
import { protect } from './protect.server.ts';
import type { ComparisonResult } from './result.ts';
import sidesSql from './sides.sql?raw';
import { table } from './table.ts';
import { trialOf } from './trial-of.ts';

const group = { condition: z.string(), protocol: z.string() };
const sideRow = z.object({
	...group,
	episodes: z.number(),
	patients: z.number(),
	n: z.number(),
	followedPatients: z.number(),
	otherPatients: z.number(),
	firstMean: z.number().nullable(),
	lastMean: z.number().nullable(),
	lastSd: z.number().nullable(),
	responders: z.number(),
	responderPatients: z.number(),
	nonResponderPatients: z.number(),
});
const pattern = z.object({ protocol: z.string(), chronicity: z.string(), clinic: z.string(), sex: z.string(), ageBand: z.string(), baseline: z.number() });
const patternRow = pattern.extend({
	condition: z.string(),
	n: z.number(),
	sum: z.number(),
	squares: z.number(),
	responders: z.number(),
});
const pairRow = z.object({
	condition: z.string(),
	a: pattern,
	b: pattern,
	n: z.number(),
	sumA: z.number(),
	sumB: z.number(),
	products: z.number(),
	respondersA: z.number(),
	respondersB: z.number(),
	bothResponded: z.number(),
});
const levelRow = z.object({ ...group, covariate: z.string(), level: z.string(), patients: z.number() });

export type RawSide = z.infer<typeof sideRow>;
export type RawLevel = z.infer<typeof levelRow>;
export type RawPattern = z.infer<typeof patternRow>;
export type RawPatientPair = z.infer<typeof pairRow>;

/** The protocols of each condition, and of those that are compared what their episodes add up to. */
export type Counted = Readonly<{
	sides: readonly RawSide[];
	of(compared: readonly Readonly<{ condition: string; protocol: string }>[]): Promise<Readonly<{ patterns: readonly RawPattern[]; patientPairs: readonly RawPatientPair[]; levels: readonly RawLevel[] }>>;
}>;

/** One condition: all its protocols, the two that are compared, and what follows from their sums. `threshold` is a label. */
export type RawComparisonGroup = Readonly<{
	condition: string;
	threshold: string | null;
	sides: readonly RawSide[];
	pair: readonly [string, string] | null;
	levels: readonly RawLevel[];
	/** what several episodes of a patient do to the interval of the plain difference, and their responses */
	repeated: Readonly<{ covariance: number; independent: number; responses: ResponsePairs }>;
	compared: Compared | NotCompared;
}>;

/** `step` is how finely scores are given where the number behind them is withheld. */
export type RawComparison = Readonly<{ groups: readonly RawComparisonGroup[]; step: number }>;

export const comparison: Question<RawComparison, ComparisonResult> = { title: 'Protocol against protocol', method, ask, askHeld, protect, caveats, table };

async function ask(asking: Asking): Promise<RawComparison> {
	const { db, measure, codebook, filters } = asking;
	await run(db, scoredCoursesSql, scoredCoursesParameters(measure, conditionThresholds(codebook, measure, filters.threshold)));
	await run(db, createComparedSql);
	const sides = await rows(db, sideRow, sidesSql);
	return compareCounted(asking, {
		sides,
		async of(compared) {
			const pairs = JSON.stringify(compared);
			const patterns = await rows(db, patternRow, patternsSql, { pairs });
			const patientPairs = await rows(db, pairRow, patientPairsSql, { pairs });
			return { patterns, patientPairs, levels: await rows(db, levelRow, levelsSql, { pairs }) };
		},
	});
}

function askHeld(asking: HeldAsking): Promise<RawComparison> | undefined {
	const scores = asking.held.courses.scoresOf(asking.measure.id);
	return scores && comparisonHeld(asking, scores).then((counted) => compareCounted(asking, counted));
}

async function compareCounted({ measure, codebook, filters }: AskedWith, { sides, of }: Counted): Promise<RawComparison> {
	const thresholds = conditionThresholds(codebook, measure, filters.threshold);
	const conditions = [...new Set(sides.map(({ condition }) => condition))].map((condition) => ({ condition })).sort(codebookOrder(codebook));
	const paired = conditions.map(({ condition }) => ({ condition, pair: pairOf(sides.filter((side) => side.condition === condition), codebook) }));
	const { patterns, patientPairs, levels } = await of(paired.flatMap(({ condition, pair }) => (pair ?? []).map((protocol) => ({ condition, protocol }))));
	return {
		step: (measure.maximum - measure.minimum) / 1000,
		groups: paired.map(({ condition, pair }) => {
			const ofCondition = (row: { condition: string }) => row.condition === condition;
			const own = patientPairs.filter(ofCondition);
			return {
				condition,
				threshold: thresholds.find(ofCondition)?.label ?? null,
				sides: sides.filter(ofCondition),
				pair,
				levels: levels.filter(ofCondition),
				repeated: repeatedOf(own, sides.filter((side) => ofCondition(side) && pair?.includes(side.protocol) === true), pair?.[0] ?? ''),
				compared: pair === null ? { reason: 'fewer than two protocols are recorded among these episodes', balance: [] } : compare(patterns.filter(ofCondition), own, pair[0]),
			};
		}),
	};
}

/** A score of the first protocol moves the plain difference by its distance from the mean of its side, over n; one of the second the other way. */
function repeatedOf(pairs: readonly RawPatientPair[], sides: readonly RawSide[], first: string): RawComparisonGroup['repeated'] {
	const influence = ({ protocol }: { protocol: string }) => {
		const side = sides.find((each) => each.protocol === protocol);
		const slope = side === undefined || side.n === 0 ? 0 : (protocol === first ? 1 : -1) / side.n;
		return { slope, offset: -slope * (side?.lastMean ?? 0) };
	};
	const n = sides.reduce((total, side) => total + side.n, 0);
	return { covariance: alike(pairs, influence, 'score'), independent: n === 0 ? 1 : independent(n, pairs), responses: responsePairs(pairs, first) };
}

function caveats(result: ComparisonResult, { filters, measure, minimumCell, codebook }: AskedWith): string[] {
	const { conditions } = result;
	const trial = trialOf(result, codebook);
	return [
		trial === undefined
			? 'Protocols were chosen, not drawn by lot: whatever made therapist and patient choose, and was not recorded, may explain a difference. These are differences between groups of patients, not effects of protocols.'
			: `Protocols were given by lot, in the trial: ${trial}.`,
		...(filters.protocol.length === 2 ? [] : ['No two protocols were asked for, so each condition compares its two most frequent ones, which may differ between conditions.']),
		'Only episodes with a score at session 1 and a later one are compared; the last score of a patient who left early stands for the end of the course. If one protocol loses other patients than the other does, the difference is off.',
		'An episode counts under the protocol of its first session, even where it changed later. Intervals allow for several episodes of a patient within a condition; the pooled differences take conditions as independent.',
		`The response is judged at the last score${measure.thresholds.length === 0 ? `; no threshold is recorded for ${measure.label}, so it is left out` : ''}. The number needed describes these patients; it is not a number to treat.`,
		...(conditions.some(({ refusal }) => refusal !== null) ? ['Where two groups are too small or too unlike, no difference is shown, not even the plain one.'] : []),
		`Numbers that rest on fewer than ${minimumCell} patients, and counts from which they could be derived, are withheld.`,
	];
}
