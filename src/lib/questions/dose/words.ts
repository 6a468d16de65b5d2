import type { Codebook } from '#lib/codebook/schema.ts';
import type { Margin, Table } from '#lib/charts/drawing.ts';
import { count, decimal, percent, percents, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { Dose, DoseResult, Quantiles } from './result.ts';

export const stripTitle = 'Sessions per episode, by condition';

/** Everyone, or one condition; `sessions` null where withheld. */
export type Strip = Readonly<{ name: string; whole: boolean; sessions: Quantiles | null }>;

export function stripsOf({ all, conditions }: DoseResult, { conditions: known }: Codebook): Strip[] {
	const strip = (name: string, whole: boolean, { sessions, suppressed }: Dose): Strip => ({ name, whole, sessions: suppressed ? null : sessions });
	return [
		...(conditions.length === 1 ? [] : [strip('All conditions', true, all)]),
		...conditions.map((each) => strip(known.find(({ id }) => id === each.condition)?.label ?? each.condition.replaceAll('-', ' '), false, each)),
	];
}

export function stripLabel(strips: readonly Strip[], { from, to }: DoseResult['stated'], synthetic: boolean): string {
	const said = strips.map(({ name, sessions }) => (sessions === null ? `${name} ${withheld}` : `${name} median ${decimal(sessions.median, digits(sessions.median))}, middle half ${half(sessions)}${sessions.n === null ? '' : `, ${plural(sessions.n, 'episode')}`}`));
	return `${synthetic ? 'Synthetic data. ' : ''}${stripTitle}, as quantiles, with the stated course of ${from} to ${to} sessions marked. ${said.join('; ')}.`;
}

export function stripNotes(strips: readonly Strip[], { from, to }: DoseResult['stated']): string[] {
	return [
		'Upright stroke: the median. Thick bar: the middle half of the episodes. Thin line: from the 10th to the 90th percentile.',
		`The shaded ground is ${from} to ${to} sessions, the course that the article states whose claims are checked.`,
		...(strips.some(({ sessions }) => sessions !== null && (sessions.p10 === null || sessions.p90 === null)) ? ['Where no thin line is drawn, too few patients lie beyond it to be shown.'] : []),
		...(strips.some(({ sessions }) => sessions === null) ? [`Conditions without a bar are ${withheld}.`] : []),
	];
}

/** How many episodes kept to the stated course. */
export function stripMargin({ all: { share }, stated: { from, to } }: DoseResult): Margin[] {
	const { within, above } = share;
	return [
		...(within === null ? [] : [{ figure: percent(within.estimate), unit: '', text: `of episodes had ${from} to ${to} sessions: ${count(within.count)} of ${count(within.n)} (95\u00a0% interval ${percents(within)}).` }]),
		...(above === null ? [] : [{ figure: percent(above.estimate), unit: '', text: `had more than ${to}: ${count(above.count)} of ${count(above.n)} (95\u00a0% interval ${percents(above)}).` }]),
	];
}

export function stripTable(strips: readonly Strip[]): Table {
	return {
		caption: stripTitle,
		columns: ['Condition', 'Episodes', '10th percentile', 'Lower quartile', 'Median', 'Upper quartile', '90th percentile'],
		rows: strips.map(({ name, sessions }) => {
			if (sessions === null) return [name, ...Array.from({ length: 6 }, () => 'withheld')];
			const { n, p10, q1, median, q3, p90 } = sessions;
			return [name, n === null ? 'withheld' : count(n), ...[p10, q1, median, q3, p90].map((value) => (value === null ? 'withheld' : decimal(value, digits(value))))];
		}),
	};
}

function half({ q1, q3 }: Quantiles): string {
	return `${decimal(q1, digits(q1))} to ${decimal(q3, digits(q3))}`;
}

function digits(value: number): number {
	return Number.isInteger(value) ? 0 : 1;
}
