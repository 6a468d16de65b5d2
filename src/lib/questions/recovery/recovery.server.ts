import { z } from 'zod';
import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { rows, type Database } from '#lib/server/warehouse/database.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import type { Asking, Question } from '../question.ts';
import { adjustedCurve, type AdjustedCurve } from './adjusted-curve.ts';
import distributionSql from './distribution.sql?raw';
import groupsSql from './groups.sql?raw';
import { method } from './method.ts';
import patternsSql from './patterns.sql?raw';
import pointsSql from './points.sql?raw';
import { protect } from './protect.server.ts';
import type { RecoveryResult } from './result.ts';
import { table } from './table.ts';

/** Sessions beyond this one are not modelled: their covariances could not be estimated anyway. */
const lastSession = 24;

const group = { condition: z.string(), protocol: z.string() };
const groupRow = z.object({ ...group, episodes: z.number(), patients: z.number() });
const pointRow = z.object({
	...group,
	session: z.number(),
	n: z.number(),
	patients: z.number(),
	mean: z.number(),
	sd: z.number().nullable(),
	median: z.number(),
	q1: z.number(),
	q3: z.number(),
});
const cellRow = z.object({ ...group, session: z.number(), tenth: z.number(), n: z.number(), patients: z.number() });
const patternRow = z.object({ ...group, sessions: z.array(z.number()), n: z.number(), sums: z.array(z.number()), products: z.array(z.number()) });

/** A recovery curve with the patients behind each number, before any cell is withheld. */
export type RawRecovery = Readonly<{ groups: readonly RawGroup[] }>;
export type RawGroup = Readonly<{ condition: string; protocol: string; episodes: number; patients: number; points: readonly RawPoint[]; adjusted: AdjustedCurve }>;
export type RawPoint = Omit<z.infer<typeof pointRow>, 'condition' | 'protocol'> &
	Readonly<{ lower: number | null; upper: number | null; cells: readonly Readonly<{ tenth: number; n: number; patients: number }>[] }>;

export const recovery: Question<RawRecovery, RecoveryResult> = { title: 'Pain against session count', method, ask, protect, caveats, table };

async function ask({ db, measure, codebook }: Asking): Promise<RawRecovery> {
	return { groups: (await recoveryGroups(db, measure)).sort(codebookOrder(codebook)) };
}

/** Curves of the groups in `cohort`, from the sufficient statistics of the scores of one measure. */
export async function recoveryGroups(db: Database, { id, minimum, maximum }: Pick<Measure, 'id' | 'minimum' | 'maximum'>): Promise<RawGroup[]> {
	const groups = await rows(db, groupRow, groupsSql);
	const points = byGroup(await rows(db, pointRow, pointsSql, { measure: id }));
	const cells = byGroup(await rows(db, cellRow, distributionSql, { measure: id, minimum, maximum }));
	const patterns = byGroup(await rows(db, patternRow, patternsSql, { measure: id, lastSession }));
	return groups.map((each) => {
		const ownCells = cells(each);
		return {
			...each,
			points: points(each).map((point) => ({ ...interval(point), cells: ownCells.filter(({ session }) => session === point.session) })),
			adjusted: adjustedCurve(patterns(each)),
		};
	});
}

type OfGroup = { readonly condition: string; readonly protocol: string };

function byGroup<Row extends OfGroup>(all: readonly Row[]): (group: OfGroup) => readonly Row[] {
	const name = ({ condition, protocol }: OfGroup) => `${condition}\n${protocol}`;
	const found = new Map<string, Row[]>();
	for (const row of all) {
		const rowsSoFar = found.get(name(row));
		if (rowsSoFar === undefined) found.set(name(row), [row]);
		else rowsSoFar.push(row);
	}
	return (group) => found.get(name(group)) ?? [];
}

function interval(point: z.infer<typeof pointRow>) {
	const bounds = point.sd === null ? undefined : meanInterval({ n: point.n, mean: point.mean, sd: point.sd });
	return { ...point, lower: bounds?.lower ?? null, upper: bounds?.upper ?? null };
}

function caveats({ groups }: RecoveryResult, { measure, minimumCell, codebook }: Asking): string[] {
	const withheld = groups.some(({ episodes, points }) => episodes === null || points.some(({ suppressed }) => suppressed));
	return [
		'Uncontrolled records: there is no comparison group, so the curve shows what patients reported, not what the treatment caused. Pain at the first visit is often at its worst, and part of the fall would have come without treatment.',
		'An episode is counted as one course even where the same patient has several.',
		...(measure.thresholds.length > 0 ? [] : [`No threshold of meaningful change is recorded for ${measure.label}.`]),
		...(withheld ? [`Cells of fewer than ${minimumCell} patients, and cells from which they could be derived, are withheld.`] : []),
		...endsEarly(groups, codebook),
	];
}

function endsEarly(groups: RecoveryResult['groups'], { conditions, protocols }: Codebook): string[] {
	const labelOf = (entries: readonly { id: string; label: string }[], id: string | undefined) => entries.find((entry) => entry.id === id)?.label ?? id;
	const ended = groups.filter(({ notEstimable }) => notEstimable !== null);
	const names = ended.map(({ condition, protocol }) => [labelOf(conditions, condition), labelOf(protocols, protocol)].filter((label) => label !== undefined).join(', '));
	const [only] = ended;
	if (only === undefined) return [];
	if (ended.length === 1) return [`${names.join('')}: ${only.notEstimable ?? ''}.`];
	return [`Too few scores to adjust the mean up to the last session: ${names.join('; ')}.`];
}
