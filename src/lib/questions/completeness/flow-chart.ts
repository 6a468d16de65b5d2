import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { percent } from '#lib/charts/number.ts';
import { text } from '#lib/charts/theme.ts';
import { lossText, numberText, type FlowBox } from './flow-words.ts';

type Rect = Readonly<{ x1: number; x2: number; y1: number; y2: number }>;

const boxHeight = 54;
const gap = 40;

/** A flow diagram: a box a step, one below the other, and to the side who was left out between them. */
export function flowChart(boxes: readonly FlowBox[], size: Size): Plot.PlotOptions[] {
	const wide = size === 'wide';
	const [width, main, side] = wide ? [860, { x1: 1, x2: 400 }, { x1: 450, x2: 690 }] : [344, { x1: 1, x2: 194 }, { x1: 212, x2: 343 }];
	const height = boxes.length * (boxHeight + gap) - gap + 10;
	const top = (index: number) => 8 + index * (boxHeight + gap);
	const middle = (main.x1 + main.x2) / 2;
	const placed = boxes.map((box, index) => ({ box, rect: { ...main, y1: top(index), y2: top(index) + boxHeight } }));
	const steps = placed.slice(1).map(({ rect: { y1 } }) => ({ x: middle, from: y1 - gap, to: y1 - 1, at: y1 - gap / 2 }));
	const losses = placed.flatMap(({ box: { lost }, rect: { y1 } }) => (lost.length === 0 ? [] : [{ lost, rect: { ...side, y1: y1 - gap / 2 - lossHeight(lost) / 2, y2: y1 - gap / 2 + lossHeight(lost) / 2 } }]));
	return [
		{
			...{ width, height, marginLeft: 0, marginRight: 0, marginTop: 0, marginBottom: 0 },
			x: { type: 'linear', domain: [0, width], axis: null },
			y: { type: 'linear', domain: [height, 0], axis: null },
			marks: [
				Plot.arrow(steps, { x1: 'x', x2: 'x', y1: 'from', y2: 'to', stroke: 'var(--ink-3)', strokeWidth: 1.3, headLength: 6 }),
				Plot.arrow(losses, { x1: middle, x2: side.x1 - 1, y1: midOf, y2: midOf, stroke: 'var(--ink-3)', strokeWidth: 1.3, headLength: 6 }),
				...rectangles(placed.map(({ rect }) => rect), 'var(--surface)', 'var(--ink-2)'),
				...rectangles(losses.map(({ rect }) => rect), 'var(--sunken)', 'var(--rule)'),
				...placed.flatMap(({ box, rect }) => boxMarks(box, rect, wide)),
				...losses.flatMap(({ lost, rect }) => lost.map((each, index) => words(wide ? lossText(each) : broken(lossText(each)), rect.x1 + 8, rect.y1 + lossLine * (index + 0.5) + 5, 'var(--ink-2)', text.small))),
			],
		},
	];
}

const lossLine = 24;

function lossHeight(lost: FlowBox['lost']): number {
	return lost.length * lossLine + 10;
}

function midOf({ rect: { y1, y2 } }: { rect: Rect }): number {
	return (y1 + y2) / 2;
}

function rectangles(rects: readonly Rect[], fill: string, stroke: string): Plot.Markish[] {
	return [Plot.rect(rects, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill, stroke, strokeWidth: 1, rx: 3 })];
}

function boxMarks({ name, n, share }: FlowBox, { x1, x2, y1, y2 }: Rect, wide: boolean): Plot.Markish[] {
	const figure = `${numberText(n)}${share === null ? '' : ` (${percent(share)})`}`;
	return [
		...(share === null ? [] : [Plot.rect([{ x1, x2: x1 + (x2 - x1) * share, y1: y2 - 5, y2 }], { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'var(--adjusted)', inset: 1 })]),
		words(name, x1 + 10, y1 + (wide ? 17 : 16), 'var(--ink-2)', wide ? text.normal : text.small),
		words(figure, x1 + 10, y1 + 36, n === null ? 'var(--ink-2)' : 'var(--ink)', text.normal + 2, 650),
	];
}

function words(content: string, x: number, y: number, fill: string, fontSize: number, fontWeight = 450): Plot.Markish {
	return Plot.text([content], { x: () => x, y: () => y, textAnchor: 'start', lineAnchor: 'middle', fill, fontSize, fontWeight, lineHeight: 1.05 });
}

/** In two lines where it is long, parted near the middle. */
function broken(line: string): string {
	const cut = line.indexOf(' ', line.length / 2 - 4);
	return line.length < 20 || cut < 0 ? line : `${line.slice(0, cut)}\n${line.slice(cut + 1)}`;
}
