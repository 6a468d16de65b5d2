import { chosenThreshold } from '#lib/codebook/chosen-threshold.ts';
import type { Measure, Threshold } from '#lib/codebook/schema.ts';
import type { Filters } from '../answer.ts';
import type { AskedWith, Asking, HeldAsking, Question } from '../question.ts';
import { axisWords } from './axis-words.ts';
import { caveats } from './caveats.ts';
import { followed, type Followed } from './followed.server.ts';
import { groupOrder } from './group-order.ts';
import { heldScored } from './held-scored.server.ts';
import { method } from './method.ts';
import { protect } from './protect.server.ts';
import { recoveryGroups, type RawGroup } from './recovery-groups.server.ts';
import type { RecoveryGroup, RecoveryResult } from './result.ts';
import { scoredRows, type ScoredRows } from './scored-rows.server.ts';
import type { StayingCurve } from './staying-curve.ts';
import { stayingCurves } from './staying-curves.server.ts';
import { table } from './table.ts';

/** Curves before any cell is withheld, and what the answer is to make of them; `thresholds` are by condition. */
export type RawRecovery = Readonly<{
	axis: RecoveryGroup['axis'];
	by: Filters['by'];
	delta: number | null;
	better: Measure['better'];
	thresholds: ReadonlyMap<string, Threshold>;
	groups: readonly (RawGroup & Readonly<{ staying: StayingCurve }>)[];
}>;

export const recovery: Question<RawRecovery, RecoveryResult> = { title: 'Pain against session count', method, ask, askHeld, protect, caveats, table };

async function ask(asking: Asking): Promise<RawRecovery> {
	const { db, measure, filters } = asking;
	const scored = await scoredRows(db, measure, filters.axis ?? 'sessions');
	return curves(asking, scored, await followed(db, measure));
}

function askHeld(asking: HeldAsking): Promise<RawRecovery> | undefined {
	const scores = asking.held.courses.scoresOf(asking.measure.id);
	if (scores === undefined || scores.values.length > MOST_SCORES || asking.filters.axis === 'weeks') return undefined;
	return heldScored(asking, scores).then((found) => curves(asking, found.scored, found.followed));
}

/** A measure of more distinct scores than this takes too much memory to count by score. */
const MOST_SCORES = 2000;

async function curves({ measure, codebook, filters: { axis: asked, by, delta, threshold } }: AskedWith, scored: ScoredRows, whoStayed: Followed): Promise<RawRecovery> {
	const axis = asked ?? 'sessions';
	const { one } = axisWords[axis];
	const groups = recoveryGroups(scored, one);
	const staying = await stayingCurves(whoStayed, one);
	const chosen = [...new Set(groups.map(({ condition }) => condition))].map((condition) => [condition, chosenThreshold(measure, threshold, condition)] as const);
	return {
		axis,
		by,
		delta: delta === null ? null : Math.min(delta, measure.maximum - measure.minimum),
		better: measure.better,
		thresholds: new Map(chosen.flatMap(([condition, each]) => (each === undefined ? [] : [[condition, each] as const]))),
		groups: groups.sort(groupOrder(codebook, by)).map((group) => ({ ...group, staying: staying(group) })),
	};
}
