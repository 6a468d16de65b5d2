import { z } from 'zod';
import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import { rows, run } from '#lib/server/warehouse/database.ts';
import type { AskedWith, Asking, HeldAsking, Question } from '../question.ts';
import { scoredCoursesParameters, scoredCoursesSql } from '../scored-courses.ts';
import changeSql from './change.sql?raw';
import completionSql from './completion.sql?raw';
import { method } from './method.ts';
import { overviewHeld } from './overview-held.server.ts';
import { protect } from './protect.server.ts';
import type { OverviewResult } from './result.ts';
import { table } from './table.ts';
import totalsSql from './totals.sql?raw';

const condition = z.string().nullable();
const totalsRow = z.object({ condition, episodes: z.number(), patients: z.number(), median: z.number().nullable(), q1: z.number().nullable(), q3: z.number().nullable() });
const changeRow = z.object({
	condition,
	n: z.number(),
	patients: z.number(),
	mean: z.number().nullable(),
	sd: z.number().nullable(),
	firstMean: z.number().nullable(),
	lastMean: z.number().nullable(),
	q1: z.number().nullable(),
	median: z.number().nullable(),
	q3: z.number().nullable(),
	started: z.number(),
	startedAndFollowed: z.number(),
	responders: z.number(),
	responderPatients: z.number(),
	otherPatients: z.number(),
	followedOtherPatients: z.number(),
	noBetter: z.number(),
	noBetterPatients: z.number(),
	lessBetterPatients: z.number(),
});
const completionRow = z.object({ condition, n: z.number(), count: z.number(), patients: z.number(), otherPatients: z.number() });

export type RawOverview = Readonly<{ parts: readonly RawPart[] }>;

/** Sums of one condition, or of all where `condition` is null; `threshold` is the label of what a responder reached. */
export type RawPart = Readonly<{
	condition: string | null;
	threshold: string | null;
	totals: z.infer<typeof totalsRow>;
	change: z.infer<typeof changeRow> | undefined;
	completion: z.infer<typeof completionRow> | undefined;
}>;

export const overview: Question<RawOverview, OverviewResult> = { title: 'Outcomes at a glance', method, ask, askHeld, protect, caveats, table };

async function ask(asking: Asking): Promise<RawOverview> {
	const { db, measure, codebook, filters } = asking;
	await run(db, scoredCoursesSql, scoredCoursesParameters(measure, conditionThresholds(codebook, measure, filters.threshold)));
	const completed = codebook.dischargeReasons.filter(({ course }) => course === 'completed').map(({ id }) => id);
	const totals = await rows(db, totalsRow, totalsSql);
	const changes = await rows(db, changeRow, changeSql);
	const completions = await rows(db, completionRow, completionSql, { completed });
	const parts = totals.map((total) => ({
		condition: total.condition,
		totals: total,
		change: changes.find((row) => row.condition === total.condition),
		completion: completions.find((row) => row.condition === total.condition),
	}));
	return inOrder(parts, asking);
}

function askHeld(asking: HeldAsking): Promise<RawOverview> | undefined {
	const scores = asking.held.courses.scoresOf(asking.measure.id);
	return scores && overviewHeld(asking, scores).then((parts) => inOrder(parts, asking));
}

function inOrder(parts: readonly Omit<RawPart, 'threshold'>[], { measure, codebook, filters }: AskedWith): RawOverview {
	const thresholds = conditionThresholds(codebook, measure, filters.threshold);
	const labelOf = (id: string | null) => thresholds.filter(({ condition }) => id === null || condition === id).map(({ label }) => label);
	const labelled = parts.map((part) => ({ ...part, threshold: [...new Set(labelOf(part.condition))].join(', or ') || null }));
	return { parts: labelled.sort((a, b) => codebookOrder(codebook)({ condition: a.condition ?? '' }, { condition: b.condition ?? '' })) };
}

function caveats(_: OverviewResult, { minimumCell }: AskedWith): string[] {
	return [
		'Uncontrolled records: patients reported these changes; there is no comparison group to say what caused them.',
		'Whoever has a later score stayed at least until then: read the change of those followed beside the response of all who started.',
		`Numbers that rest on fewer than ${minimumCell} patients are withheld.`,
	];
}
