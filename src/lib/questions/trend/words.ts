import type { Margin, Table } from '#lib/charts/drawing.ts';
import { count, decimal, list, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { monthName, monthSpan } from './month-words.ts';
import type { Phase, ProcessChart, ProcessPoint, Rule } from './result.ts';
import type { Series } from './series.ts';

/** Neighbouring months flagged by the same rules on the same side. */
export type Flagged = Readonly<{ rules: readonly Rule[]; points: readonly ProcessPoint[] }>;

export const shortRules: Readonly<Record<Rule, string>> = { outside: 'outside', shift: 'shift', trend: 'trend', near: 'near limit' };

export const ruleWords: Readonly<Record<Rule, string>> = {
	outside: 'outside the limits',
	shift: 'in a row of 7 or more on one side of the centre',
	trend: 'in a row of 7 or more that rise or fall',
	near: 'one of 2 among 3 neighbours close to a limit',
};

/** Whether anything is left to draw. */
export function isShown({ points }: ProcessChart): boolean {
	return points.some(({ value }) => value !== null);
}

export function flagged({ points }: ProcessChart): Flagged[] {
	const runs: { rules: readonly Rule[]; points: ProcessPoint[] }[] = [];
	let before: ProcessPoint | undefined;
	for (const point of points.filter(({ value }) => value !== null)) {
		const [open, alike] = [runs.at(-1), before?.side === point.side && before.signals.join() === point.signals.join()];
		if (point.signals.length > 0 && alike && open !== undefined) open.points.push(point);
		else if (point.signals.length > 0) runs.push({ rules: point.signals, points: [point] });
		before = point;
	}
	return runs;
}

export function trendMargin(chart: ProcessChart, series: Series): Margin[] {
	const last = chart.phases.at(-1);
	const judged = judgedPoints(chart);
	const centre = last === undefined || last.centre === null || last.baseline === null ? [] : [{ figure: series.figure(last.centre), unit: series.unit, text: `is the centre, from ${plural(last.baseline.months, 'month')}: ${monthSpan(last.baseline.from, last.baseline.to)}.` }];
	const flags = judged.filter(({ signals }) => signals.length > 0).length;
	return judged.length === 0 ? centre : [...centre, { figure: String(flags), unit: `of ${plural(judged.length, 'month')}`, text: flags === 0 ? 'are flagged: nothing stands out from the variation between months.' : `${flags === 1 ? 'is' : 'are'} flagged: a reason to look, not a finding.` }];
}

export function trendNotes(chart: ProcessChart, series: Series): string[] {
	const flags = flagged(chart);
	return [
		...chart.phases.map((phase) => phaseSentence(phase, chart, series)),
		flags.length === 0 ? null : `Triangles are flagged months, pointing away from the centre, blue-green where better and orange where worse: ${flags.map(flagWords).join('; ')}. A flag is a reason to look, not a finding.`,
		openSentence(chart),
		chart.points.some(({ suppressed }) => suppressed) ? `Pale bands are ${withheld}.` : null,
		chart.points.some(({ value, n }) => value !== null && n === null) ? 'How many episodes a month rests on is withheld where it would tell how few were not followed up.' : null,
	].filter((note) => note !== null);
}

export function trendLabel(chart: ProcessChart, series: Series, synthetic: boolean): string {
	const [first, last] = [chart.points[0], chart.points.at(-1)];
	const flags = flagged(chart);
	const shown = chart.points.filter(({ value }) => value !== null);
	const values = shown.flatMap(({ value }) => (value === null ? [] : [value]));
	const hidden = chart.points.filter(({ suppressed }) => suppressed).length;
	return [
		`${synthetic ? 'Synthetic data. ' : ''}${series.title}${first === undefined || last === undefined ? '' : `, ${monthSpan(first.month, last.month)}`}; ${series.better} is better.`,
		values.length === 0 ? null : `${plural(values.length, 'month')} from ${series.write(Math.min(...values))} to ${series.write(Math.max(...values))}.`,
		...chart.phases.map((phase) => phaseSentence(phase, chart, series)),
		judgedPoints(chart).length === 0 ? null : flags.length === 0 ? 'No month is flagged.' : `Flagged: ${flags.map(flagWords).join('; ')}.`,
		openSentence(chart),
		hidden > 0 ? `${plural(hidden, 'month is', 'months are')} ${withheld}.` : null,
	]
		.filter((sentence) => sentence !== null)
		.join(' ');
}

export function trendTable({ points }: ProcessChart, series: Series): Table {
	return {
		caption: `${series.title} (${series.better} is better)`,
		columns: ['Month', series.column, 'Episodes', 'Centre', 'Limits', 'Remarks'],
		rows: points.map((point) => {
			const { month, value, n, centre, lower, upper, suppressed } = point;
			const write = (number: number | null) => (number === null ? '–' : series.write(number));
			return [
				monthName(month),
				suppressed ? 'withheld' : write(value),
				n === null ? 'withheld' : count(n),
				write(centre),
				lower === null || upper === null ? '–' : `${write(lower)} to ${write(upper)}`,
				remarks(point) || '–',
			];
		}),
	};
}

function remarks({ signals, side, open }: ProcessPoint): string {
	return [...signals.map((rule) => ruleWords[rule]), ...(signals.length > 0 && side !== null ? [`${side} the centre`] : []), ...(open ? ['still open, not judged'] : [])].join(', ');
}

function judgedPoints({ points }: ProcessChart): ProcessPoint[] {
	return points.filter(({ value, centre, open }) => value !== null && centre !== null && !open);
}

function phaseSentence({ from, to, baseline, centre, movingRange, provisional, reason }: Phase, { phases, points }: ProcessChart, series: Series): string {
	const stretch = phases.length > 1 ? `${monthSpan(from, to)}: ` : '';
	if (centre === null || baseline === null) return `${stretch}${stretch === '' ? 'No' : 'no'} limits, since ${reason ?? 'too few months can be shown'}.`;
	const own = points.filter(({ month }) => month >= from && month <= to);
	const [lower, upper] = [own.flatMap((point) => point.lower ?? []), own.flatMap((point) => point.upper ?? [])];
	const varies = new Set(lower).size > 1 || new Set(upper).size > 1;
	const limits = varies ? `limits that widen where a month has fewer episodes (widest ${series.write(Math.min(...lower))} to ${series.write(Math.max(...upper))})` : `limits ${series.write(Math.min(...lower))} to ${series.write(Math.max(...upper))}${movingRange === null ? '' : ` (${decimal(2.66, 2)} times the mean moving range of ${series.write(movingRange)})`}`;
	return `${stretch}${stretch === '' ? 'Centre' : 'centre'} ${series.write(centre)} and ${limits}, set on ${plural(baseline.months, 'month')}, ${monthSpan(baseline.from, baseline.to)}${provisional ? ', and provisional' : ''}.`;
}

function flagWords({ rules: named, points }: Flagged): string {
	const [first, last] = [points[0], points.at(-1)];
	if (first === undefined || last === undefined) return '';
	return `${monthSpan(first.month, last.month)} (${first.side === null ? '' : `${first.side} the centre; `}${list(named.map((rule) => ruleWords[rule]))})`;
}

function openSentence({ points }: ProcessChart): string | null {
	const first = points.find(({ open, value }) => open && value !== null);
	return first === undefined ? null : `Hollow: from ${monthName(first.month)} on episodes may still go on; those months are not judged, and their values will still move.`;
}
