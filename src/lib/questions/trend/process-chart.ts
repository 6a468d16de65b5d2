import { countLimits } from '#lib/statistics/count-limits.ts';
import { proportionLimits } from '#lib/statistics/proportion-limits.ts';
import { runRules } from '#lib/statistics/run-rules.ts';
import { xmrLimits } from '#lib/statistics/xmr-limits.ts';
import type { Phase, ProcessChart, ProcessPoint, Rule } from './result.ts';

/** A month as counted; `count` is the numerator, for rates, and `squares` the sum over episodes of their squared counts. `shownN` is null where `n` would give away a small cell. */
export type Month = Readonly<{ month: string; value: number; count: number; squares: number; n: number; shownN: number | null; open: boolean; suppressed: boolean }>;

export type Kind = 'mean' | 'proportion' | 'count';

/** Months that lock the limits of a phase; with fewer, all of them do, and the limits are provisional. */
const baselineMonths = 12;

/** With fewer, there are no limits. */
const fewestMonths = 6;

/** Chart of `months` in order, in one phase, or in two where `rebase` is one of the months after the first. */
export function processChart(kind: Kind, months: readonly Month[], rebase: string | null): ProcessChart {
	const before = months.filter(({ month }) => rebase === null || month < rebase);
	const after = months.filter(({ month }) => rebase !== null && month >= rebase);
	const parts = [before, after].flatMap((part) => chartOf(kind, part));
	return { phases: parts.map(({ phase }) => phase), points: parts.flatMap(({ points }) => points) };
}

function chartOf(kind: Kind, months: readonly Month[]): { phase: Phase; points: ProcessPoint[] }[] {
	const [first, last] = [months[0], months.at(-1)];
	if (first === undefined || last === undefined) return [];
	const drawn = months.filter(({ n, suppressed }) => n > 0 && !suppressed);
	const judged = drawn.filter(({ open }) => !open);
	const baseline = judged.slice(0, baselineMonths);
	const limits = baseline.length < fewestMonths ? undefined : limitsOf(kind, baseline, drawn);
	const rules = limits === undefined ? [] : runRules(judged.map((month) => ({ value: month.value, centre: limits.centre, reach: limits.of.get(month)?.reach ?? Infinity })));
	const points = months.map((month) => {
		const shown = drawn.includes(month);
		const limit = shown ? limits?.of.get(month) : undefined;
		const signals = rules[judged.indexOf(month)];
		const away = limits === undefined || !shown ? 0 : month.value - limits.centre;
		return {
			month: month.month,
			value: shown ? month.value : null,
			n: month.suppressed ? null : month.shownN,
			centre: limits?.centre ?? null,
			lower: limit?.lower ?? null,
			upper: limit?.upper ?? null,
			side: away === 0 ? null : away > 0 ? ('above' as const) : ('below' as const),
			signals: ruleNames.filter((rule) => signals?.[rule] === true),
			open: month.open,
			suppressed: month.suppressed,
		};
	});
	const [from, to] = [baseline[0], baseline.at(-1)];
	const phase = {
		from: first.month,
		to: last.month,
		baseline: limits === undefined || from === undefined || to === undefined ? null : { from: from.month, to: to.month, months: baseline.length },
		centre: limits?.centre ?? null,
		movingRange: limits?.movingRange ?? null,
		provisional: limits !== undefined && baseline.length < baselineMonths,
		reason: limits !== undefined ? null : baseline.length < fewestMonths ? `fewer than ${fewestMonths} months can be shown and are over` : 'the first months do not vary, so they give no limits',
	};
	return [{ phase, points }];
}

const ruleNames = ['outside', 'shift', 'trend', 'near'] as const satisfies readonly Rule[];

type Limits = Readonly<{ centre: number; movingRange: number | null; of: ReadonlyMap<Month, Readonly<{ lower: number; upper: number; reach: number }>> }>;

function limitsOf(kind: Kind, baseline: readonly Month[], drawn: readonly Month[]): Limits | undefined {
	if (kind === 'mean') {
		const xmr = xmrLimits(baseline.map(({ value }) => value));
		if (xmr === undefined || xmr.reach <= 1e-9 * Math.abs(xmr.centre)) return undefined;
		return { centre: xmr.centre, movingRange: xmr.meanMovingRange, of: new Map(drawn.map((month) => [month, xmr])) };
	}
	const sizes = drawn.map(({ n }) => n);
	const rates = kind === 'proportion' ? proportionLimits(baseline, sizes) : countLimits(baseline, sizes);
	if (rates === undefined) return undefined;
	return { centre: rates.centre, movingRange: null, of: new Map(rates.limits.flatMap((limit, i) => (drawn[i] === undefined ? [] : [[drawn[i], limit]]))) };
}
