import type { Measure } from '#lib/codebook/schema.ts';
import type { Margin } from '#lib/charts/drawing.ts';
import { count, decimal, estimate, percent, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { axisWords } from './axis-words.ts';
import type { RecoveryGroup, RecoveryPoint } from './result.ts';

type Compared = Readonly<{ first: RecoveryPoint; last: RecoveryPoint; plain: number; adjusted: number; gap: number; share: number | null }>;

/** Whether anything is left to draw. */
export function isShown({ points }: RecoveryGroup): boolean {
	return points.some((point) => point.n !== null);
}

/** The first session and the last one at which both means are known. */
export function compared({ points }: RecoveryGroup): Compared | null {
	const known = points.filter((point) => point.mean !== null && point.adjusted !== null);
	const [first, last] = [known[0], known.at(-1)];
	if (first === undefined || last === undefined || last.mean === null || last.adjusted === null || first === last) return null;
	const share = first.n === null || last.n === null || first.n === 0 ? null : last.n / first.n;
	return { first, last, plain: last.mean, adjusted: last.adjusted.mean, gap: last.mean - last.adjusted.mean, share };
}

/** What the picture is for, in a sentence: how far the plain mean misleads, and which way. */
export function gapSentence(group: RecoveryGroup, measure: Measure): string {
	const at = compared(group);
	if (at === null) return group.notEstimable === null ? 'Too few episodes to compare those who stayed with all who started.' : `There is no adjusted curve to compare with (${group.notEstimable}).`;
	const place = `At ${axisWords[group.axis].one} ${at.last.session}`;
	if (agree(at.gap, measure)) {
		return `${place} the plain mean and the curve that accounts for who left are less than ${decimal(hundredth(measure))} ${measure.unit} apart: ${decimal(at.plain)} and ${decimal(at.adjusted)}.`;
	}
	const worse = at.gap > 0 === (measure.better === 'lower');
	return `${place} the plain mean of those still attending is ${decimal(at.plain)}; accounting for who left it is ${decimal(at.adjusted)}. Read alone, the plain mean looks ${decimal(Math.abs(at.gap))} ${measure.unit} ${worse ? 'worse' : 'better'}${overlap(at.last) ? '; the two intervals overlap' : ''}.`;
}

/** From where on so few are left that the adjusted curve rests on its model more than on scores. */
export function thinSentence({ points, axis }: RecoveryGroup): string | null {
	const start = points.find((point) => point.n !== null)?.n ?? null;
	const thin = start === null ? undefined : points.find((point) => point.n !== null && point.n < start / 5);
	return thin === undefined ? null : `From ${axisWords[axis].one} ${thin.session} on fewer than a fifth of the episodes are ${axis === 'weeks' ? 'scored' : 'left'}: there the curve leans on its model.`;
}

export function withheldSentence({ points }: RecoveryGroup): string | null {
	return points.some((point) => point.suppressed) ? `Pale bands are ${withheld}.` : null;
}

/** The two numbers to carry away from the figure. */
export function recoveryMargin(group: RecoveryGroup, measure: Measure): Margin[] {
	const { one } = axisWords[group.axis];
	const at = compared(group);
	if (at === null) return [];
	const worse = at.gap > 0 === (measure.better === 'lower');
	const gap = { figure: decimal(Math.abs(at.gap)), unit: measure.unit, text: `is how much ${worse ? 'worse' : 'better'} the plain mean looks at ${one} ${at.last.session} than the curve that accounts for who left${overlap(at.last) ? ', though their intervals overlap' : ''}.` };
	const share = at.share === null || at.first.n === null || at.last.n === null ? [] : [{ figure: percent(at.share), unit: '', text: `of episodes still have a score at ${one} ${at.last.session}: ${count(at.last.n)} of ${count(at.first.n)}.` }];
	return agree(at.gap, measure) ? share : [gap, ...share];
}

/** One sentence over all conditions: in how many the plain mean misleads, and by how much at most. */
export function multiplesSentence(groups: readonly RecoveryGroup[], measure: Measure): string {
	const known = groups.map(compared).filter((each) => each !== null);
	if (known.length === 0) return 'Too few episodes to compare those who stayed with all who started.';
	const notable = known.filter((each) => !agree(each.gap, measure));
	if (notable.length === 0) return 'In every condition the plain mean of those still attending agrees with the curve that accounts for who left.';
	const worse = notable.filter((each) => each.gap > 0 === (measure.better === 'lower')).length;
	const gaps = notable.map((each) => Math.abs(each.gap));
	const range = decimal(Math.min(...gaps)) === decimal(Math.max(...gaps)) ? decimal(Math.max(...gaps)) : `${decimal(Math.min(...gaps))} to ${decimal(Math.max(...gaps))}`;
	const way = worse === notable.length ? 'worse' : worse === 0 ? 'better' : 'different';
	return `Patients leave care because of how they feel, so the mean of those still attending describes whoever is left. In ${notable.length} of ${plural(known.length, 'condition')} it ends ${range} ${measure.unit} ${way} than the curve that accounts for who left.`;
}

export function leftSentence(group: RecoveryGroup): string | null {
	const at = compared(group);
	if (at === null || at.first.n === null || at.last.n === null || at.share === null) return null;
	const { one } = axisWords[group.axis];
	return `${plural(at.first.n, 'episode')} at ${one} ${at.first.session}, ${count(at.last.n)} (${percent(at.share)}) at ${one} ${at.last.session}.`;
}

/** What the second way to account for who left comes to, where it ends. */
export function stayingSentence({ points, staying, notWeighted, axis }: RecoveryGroup): string | null {
	const known = points.flatMap(({ session, adjusted }) => (adjusted === null ? [] : [{ adjusted, weighted: staying.find((each) => each.session === session) }]));
	const last = known.findLast(({ weighted }) => weighted !== undefined);
	if (last?.weighted === undefined) return notWeighted === null ? null : `Weighted by the chance to have stayed: ${notWeighted}.`;
	return `Weighting those still attending by their chance to have stayed, a second way to account for who left, gives ${estimate(last.weighted)} at ${axisWords[axis].one} ${last.weighted.session}; the curve, ${estimate(last.adjusted)}.`;
}

/** Whether the interval of the plain mean and that of the adjusted one have values in common. */
function overlap({ lower, upper, adjusted }: RecoveryPoint): boolean {
	return lower !== null && upper !== null && adjusted !== null && lower <= adjusted.upper && adjusted.lower <= upper;
}

/** Apart by less than a hundredth of the scale: the same to a reader. */
function agree(gap: number, measure: Measure): boolean {
	return Math.abs(gap) < hundredth(measure);
}

function hundredth({ minimum, maximum }: Measure): number {
	return (maximum - minimum) / 100;
}
