import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { signed } from '#lib/charts/number.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { textLines } from '#lib/charts/text-lines.ts';
import { panelTitle, text } from '#lib/charts/theme.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { differenceText, type PublishedDifference } from './trials-words.ts';

type Row = Readonly<{ lines: readonly string[]; difference: PublishedDifference; y: number }>;

/** Published differences from a comparator, one under another, as they come in the codebook; zero is no difference. */
export function trialsChart(differences: readonly PublishedDifference[], measure: Measure, size: Size): Plot.PlotOptions[] {
	const wide = size === 'wide';
	const { rows, height } = placed(differences, wide);
	const margins = wide ? { width: 860, marginLeft: 380, marginRight: 150 } : { width: 344, marginLeft: 8, marginRight: 8 };
	const frame = { ...margins, marginTop: 40, marginBottom: 62, height: height + 40 + 62 };
	const reach = Math.max(0.5, ...differences.flatMap(({ lower, upper }) => [Math.abs(lower), Math.abs(upper)])) * 1.08;
	const better = measure.better === 'lower' ? -1 : 1;
	return [
		{
			...frame,
			x: { type: 'linear', domain: [-reach, reach], axis: null },
			y: { type: 'linear', domain: [height, 0], axis: null },
			marks: [
				Plot.gridX({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
				Plot.ruleX([0], { stroke: 'var(--ink-2)', strokeWidth: 1.2 }),
				Plot.ruleY(rows, { y: 'y', x1: (row: Row) => row.difference.lower, x2: (row: Row) => row.difference.upper, stroke: 'var(--series-3)', strokeWidth: 2 }),
				Plot.dot(rows, { y: 'y', x: (row: Row) => row.difference.estimate, r: 4.4, symbol: 'square', fill: 'var(--series-3)' }),
				Plot.text(rows, { y: 'y', ariaLabel: ({ difference }: Row) => rowMark(difference.row), frameAnchor: 'left', textAnchor: 'start', dx: 4 - frame.marginLeft, ...(wide ? { lineAnchor: 'middle' } : { lineAnchor: 'bottom', dy: -9 }), text: ({ lines }: Row) => lines.join('\n'), lineHeight: 1.3, fontSize: text.small, fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 4 }),
				...(wide ? [Plot.text(rows, { y: 'y', frameAnchor: 'right', textAnchor: 'end', dx: frame.marginRight - 4, text: ({ difference }: Row) => differenceText(difference), fontSize: text.small, fontWeight: 600, fill: 'var(--series-3)' })] : []),
				panelTitle(wide ? `Published difference in ${measure.abbreviation}, ${measure.unit} (95\u00a0% interval)` : `Difference, ${measure.abbreviation} ${measure.unit} (95\u00a0%)`, frame),
				Plot.axisX({ ticks: 5, tickFormat: (value: number) => signed(value, Number.isInteger(value) ? 0 : 1), tickSize: 0, tickPadding: 8, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				side(better < 0 ? '← better with the treatment' : '← better with the comparator', 'end'),
				side(better < 0 ? 'better with the comparator →' : 'better with the treatment →', 'start'),
			],
		},
	];
}

function placed(differences: readonly PublishedDifference[], wide: boolean): { rows: Row[]; height: number } {
	const rows: Row[] = [];
	let top = 0;
	for (const difference of differences) {
		const lines = [difference.name, ...textLines(wide ? difference.against : `${difference.against}: ${differenceText(difference)}`, wide ? 360 : 325, text.small)];
		const tall = lines.length * 15 + (wide ? 16 : 34);
		rows.push({ lines, difference, y: wide ? top + tall / 2 : top + tall - 16 });
		top += tall;
	}
	return { rows, height: Math.max(60, top) };
}

function side(words: string, anchor: 'start' | 'end'): Plot.Markish {
	return Plot.text([words], { x: 0, frameAnchor: 'bottom', textAnchor: anchor, lineAnchor: 'top', dx: anchor === 'start' ? 8 : -8, dy: 36, fontSize: text.small, fill: 'var(--ink)' });
}
