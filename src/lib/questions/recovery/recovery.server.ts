import { chosenThreshold } from '#lib/codebook/chosen-threshold.ts';
import type { Measure, Threshold } from '#lib/codebook/schema.ts';
import type { Filters } from '../answer.ts';
import type { Asking, Question } from '../question.ts';
import { axisWords } from './axis-words.ts';
import { caveats } from './caveats.ts';
import { groupOrder } from './group-order.ts';
import { method } from './method.ts';
import { protect } from './protect.server.ts';
import { lastSession, recoveryGroups, type RawGroup } from './recovery-groups.server.ts';
import type { RecoveryGroup, RecoveryResult } from './result.ts';
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

export const recovery: Question<RawRecovery, RecoveryResult> = { title: 'Pain against session count', method, ask, protect, caveats, table };

async function ask({ db, measure, codebook, filters: { axis: asked, by, delta, threshold } }: Asking): Promise<RawRecovery> {
	const axis = asked ?? 'sessions';
	const groups = await recoveryGroups(db, measure, axis);
	const staying = await stayingCurves(db, measure, { lastSession, one: axisWords[axis].one });
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
