import * as Plot from '@observablehq/plot';
import type { Measure } from '#lib/codebook/schema.ts';
import type { Size } from './drawing.ts';
import { curveFrame, measureTitle, panelTitle, sessionAxis, sessionScale, text } from './theme.ts';
import { tickText } from './tick-text.ts';
import { withheldBands } from './withheld-bands.ts';

type Spread = Readonly<{
	session: number;
	n: number | null;
	median: number | null;
	q1: number | null;
	q3: number | null;
	distribution: readonly (number | null)[] | null;
	suppressed: boolean;
}>;
type Cell = Readonly<{ session: number; at: number; share: number | null }>;

/** How the scores of each session spread: the darker, the larger the share; a bar for the median, a bracket for the middle half. */
export function heatStrips(points: readonly Spread[], measure: Measure, size: Size, last: number, axis = 'session number'): Plot.PlotOptions[] {
	const tenth = (measure.maximum - measure.minimum) / 10;
	const frame = { ...curveFrame(size), marginBottom: 42, height: size === 'wide' ? 400 : 340 };
	const cells = points.flatMap((point) => cellsOf(point, measure.minimum, tenth));
	const shown = cells.filter((cell) => cell.share !== null);
	const most = Math.max(0.01, ...shown.map((cell) => cell.share ?? 0));
	return [
		{
			...frame,
			x: sessionScale(last),
			y: { type: 'linear', domain: [measure.minimum - tenth / 2, measure.maximum + tenth / 2], axis: null },
			marks: [
				...withheldBands(points, frame, last, { note: true }),
				Plot.axisY({ ticks: 5, tickFormat: tickText, tickSize: 0, tickPadding: 8, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				panelTitle(measureTitle(measure), frame),
				Plot.rect(shown, {
					x1: (cell: Cell) => cell.session - 0.5,
					x2: (cell: Cell) => cell.session + 0.5,
					y1: (cell: Cell) => cell.at - tenth / 2,
					y2: (cell: Cell) => cell.at + tenth / 2,
					fill: 'var(--heat)',
					fillOpacity: (cell: Cell) => 0.04 + 0.76 * ((cell.share ?? 0) / most) ** 0.8,
					inset: 0.75,
				}),
				Plot.dot(cells.filter((cell) => cell.share === null), { x: 'session', y: 'at', r: 1.5, fill: 'var(--ink-3)' }),
				...quartiles(points),
				...(size === 'wide' ? key(points, measure, last) : []),
				...sessionAxis(last, frame, axis),
			],
		},
	];
}

function cellsOf({ session, n, distribution }: Spread, minimum: number, tenth: number): Cell[] {
	return (distribution ?? []).map((cell, index) => ({ session, at: minimum + index * tenth, share: cell === null || n === null || n === 0 ? null : cell / n }));
}

function quartiles(points: readonly Spread[]): Plot.Markish[] {
	return [
		Plot.ruleX(points, { x: 'session', y1: 'q1', y2: 'q3', stroke: 'var(--paper)', strokeWidth: 5, strokeLinecap: 'round' }),
		Plot.ruleX(points, { x: 'session', y1: 'q1', y2: 'q3', stroke: 'var(--ink)', strokeWidth: 1.8, strokeLinecap: 'round' }),
		Plot.dot(points, { x: 'session', y: 'median', r: 4.4, fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 1.5 }),
	];
}

function key(points: readonly Spread[], measure: Measure, last: number): Plot.Markish[] {
	const end = points.filter((point) => point.median !== null).at(-1);
	if (end === undefined) return [];
	const note = (name: string, y: number | null) => Plot.text([name], { x: last + 0.5, y: y ?? measure.minimum, dx: 12, textAnchor: 'start', fontSize: text.normal, fill: 'var(--ink)', lineHeight: 1.2 });
	return [
		note('median', end.median),
		Plot.text(['bracket: the middle half\nof the scores (quartiles)\n\ndarker: a larger share\nof that session’s scores\n\ndot: a withheld cell'], {
			x: last + 0.5,
			frameAnchor: 'top',
			dx: 12,
			dy: 4,
			textAnchor: 'start',
			lineAnchor: 'top',
			fontSize: text.small,
			lineHeight: 1.3,
			fill: 'var(--ink-2)',
		}),
	];
}
