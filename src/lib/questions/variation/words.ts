import type { Margin, Table } from '#lib/charts/drawing.ts';
import { count, decimal, interval, list, plain, plural } from '#lib/charts/number.ts';
import type { Outcome } from './outcome.ts';
import type { Interval, VariationFunnel, VariationUnit } from './result.ts';

/** Whether a clinic or therapist is left to draw. */
export function isShown({ units }: VariationFunnel): boolean {
	return units.some(({ point }) => point !== null);
}

export function variationMargin(funnel: VariationFunnel, { one, many, write, unit }: Outcome): Margin[] {
	const { overall, correlation } = funnel;
	const points = pointsOf(funnel);
	const outside = beyondOf(funnel).length;
	return [
		...(overall === null ? [] : [{ figure: write(overall), unit, text: `is the overall value, the centre of the funnel${funnel.n === null ? '' : `: ${plural(funnel.n, 'episode')}`}.` }]),
		{ figure: count(outside), unit: `of ${plural(points.length, one, many)}`, text: `${outside === 1 ? 'lies' : 'lie'} beyond the 95\u00a0% limits. By chance alone about one in twenty would.` },
		...(correlation === null ? [] : [{ figure: hundredths(correlation.estimate), unit: '', text: `of the variance that the case mix leaves lies between ${many} (${interval(correlation, hundredths)}).` }]),
	];
}

export function variationNotes(funnel: VariationFunnel, outcome: Outcome): string[] {
	const names = (status: VariationUnit['status']) => list(funnel.units.filter((each) => each.status === status).map(({ unit }) => unit));
	const { one, many, minimumEpisodes } = outcome;
	return [
		`Each point is a ${one}, standardised to the case mix of all. Dotted: 95\u00a0% limits; dashed: ${plain('99.8')}\u00a0%.`,
		dispersionSentence(funnel, many),
		repeatedSentence(funnel, many),
		outsideSentence(funnel, outcome),
		'A diamond or square is beyond a limit: a reason to look, not a verdict. Not to be ranked.',
		pointsOf(funnel).length > 5 ? 'Points without a name are in the table.' : null,
		names('too-few') === '' ? null : `Fewer than ${minimumEpisodes} episodes, so without a point: ${names('too-few')}.`,
		names('withheld') === '' ? null : `Withheld, too few patients: ${names('withheld')}.`,
	].filter((note) => note !== null);
}

export function variationLabel(funnel: VariationFunnel, outcome: Outcome, synthetic: boolean): string {
	const points = pointsOf(funnel);
	const sizes = points.flatMap(({ n }) => n ?? []);
	const values = points.flatMap(({ point }) => point?.standardised.estimate ?? []);
	const hidden = funnel.units.filter(({ status }) => status === 'withheld').length;
	return [
		`${synthetic ? 'Synthetic data. ' : ''}${outcome.title}: funnel plot, ${outcome.better} is better.`,
		funnel.overall === null ? null : `Overall ${outcome.write(funnel.overall)}.`,
		points.length === 0 ? null : `${plural(points.length, outcome.one, outcome.many)} of ${count(Math.min(...sizes))} to ${count(Math.max(...sizes))} episodes, from ${outcome.write(Math.min(...values))} to ${outcome.write(Math.max(...values))}.`,
		outsideSentence(funnel, outcome),
		hidden > 0 ? `${plural(hidden, `${outcome.one} is`, `${outcome.many} are`)} withheld: too few patients.` : null,
	]
		.filter((sentence) => sentence !== null)
		.join(' ');
}

/** In alphabetical order, as the answer has them. */
export function variationTable({ units }: VariationFunnel, { one, title, better, minimumEpisodes, write }: Outcome): Table {
	const text = ({ estimate, ...bounds }: Interval) => `${write(estimate)} (${interval(bounds, write)})`;
	return {
		caption: `${title}; ${better} is better, in alphabetical order, 95\u00a0% intervals in brackets`,
		columns: [one.charAt(0).toUpperCase() + one.slice(1), 'Episodes', 'Observed', 'Expected', 'Standardised', 'Drawn towards the mean', 'Limits'],
		rows: units.map(({ unit, n, status, point }) => {
			const size = n === null ? 'withheld' : count(n);
			if (point === null) return [unit, size, ...Array.from({ length: 4 }, () => (status === 'withheld' ? 'withheld' : '–')), status === 'withheld' ? 'withheld' : `fewer than ${minimumEpisodes} episodes`];
			const { observed, expected, standardised, shrunken, beyond } = point;
			return [unit, size, write(observed), write(expected), text(standardised), shrunken === null ? '–' : text(shrunken), beyond === 'neither' ? 'within' : `beyond ${plain(beyond)}\u00a0%`];
		}),
	};
}

function dispersionSentence({ overDispersion }: VariationFunnel, many: string): string | null {
	if (overDispersion === null) return null;
	const phi = `over-dispersion φ ${decimal(overDispersion.phi, 2)}`;
	return overDispersion.tau2 > 0 ? `They are widened for the differences that most ${many} show (${phi}).` : `They needed no widening: ${many} differ no more than chance would have it (${phi}).`;
}

function repeatedSentence({ repeated }: VariationFunnel, many: string): string | null {
	if (repeated === null) return null;
	return `Some patients have several episodes, which are alike (correlation ${decimal(repeated.correlation, 2)}): that widens the limits by ${decimal(100 * (Math.sqrt(repeated.designEffect) - 1), 1)}\u00a0% on average; ${many} are judged by how many of theirs they have.`;
}

function outsideSentence(funnel: VariationFunnel, { one, many, write }: Outcome): string {
	const outside = beyondOf(funnel);
	if (outside.length === 0) return `No ${one} lies beyond the limits.`;
	return `Beyond the limits: ${list(outside.map(({ unit, point }) => `${unit} (${point === null ? '' : `${write(point.standardised.estimate)}, beyond ${plain(point.beyond)}\u00a0%`})`))}, of ${plural(pointsOf(funnel).length, one, many)}.`;
}

function pointsOf({ units }: VariationFunnel): VariationUnit[] {
	return units.filter(({ point }) => point !== null);
}

function beyondOf(funnel: VariationFunnel): VariationUnit[] {
	return pointsOf(funnel).filter(({ point }) => point?.beyond !== 'neither');
}

function hundredths(share: number): string {
	return `${decimal(share * 100)}\u00a0%`;
}
