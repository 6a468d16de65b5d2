import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { decimal } from '#lib/charts/number.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { panelTitle, text, type Frame } from '#lib/charts/theme.ts';
import { likeBelow, type ConditionBalance, type Level } from './balance-words.ts';

type Line = Readonly<{ heading: string | null; name: string; levels: readonly Level[] }>;
/** `row` is its place in the table. */
type Spot = Readonly<{ row: number; before: number | null; after: number | null; x: number; y: number }>;

/** Standardised differences before and after weighting: conditions beside one another on a wide page, under one another on a phone. */
export function balanceChart(balances: readonly ConditionBalance[], size: Size): Plot.PlotOptions[] {
	const most = Math.max(likeBelow * 2, ...balances.flatMap(({ levels }) => levels.flatMap(({ before, after }) => [before ?? 0, after ?? 0])));
	const reach = Math.ceil(most * 10 + 0.2) / 10;
	const across = size === 'wide' ? Math.min(balances.some(({ name }) => name.length > 19) ? 3 : 5, balances.length) : 1;
	const bands = Array.from({ length: Math.ceil(balances.length / across) }, (_, band) => balances.slice(band * across, (band + 1) * across));
	const rows = balances.flatMap(({ levels }) => levels);
	return bands.map((band, index) => panel(band, across, reach, size, index === 0, rows));
}

function panel(band: readonly ConditionBalance[], across: number, reach: number, size: Size, first: boolean, rows: readonly Level[]): Plot.PlotOptions {
	const wide = size === 'wide';
	const lines = wide ? byLevel(band) : byCovariate(band);
	const height = lines.length * (wide ? 19 : 22);
	const top = (first ? 34 : 0) + 34;
	const frame = { ...(wide ? { width: 860, marginLeft: 146, marginRight: 8 } : { width: 344, marginLeft: 88, marginRight: 12 }), marginTop: top, marginBottom: 34, height: top + height + 34 };
	const column = reach * 1.22;
	const spots = band.flatMap(({ levels }, place) => lines.flatMap((line, row) => line.levels.flatMap((each) => levels.filter(({ covariate, name }) => covariate === each.covariate && name === each.name).map((level) => ({ row: rows.indexOf(level), before: level.before, after: level.after, x: place * column, y: row + 0.5 })))));
	const starts = band.map((_, place) => place * column);
	const ticks = Array.from({ length: Math.floor(reach / 0.2 + 1e-9) + 1 }, (_, index) => index * 0.2);
	const rules = { y1: 0, y2: lines.length };
	return {
		...frame,
		x: { type: 'linear', domain: [0, across * column - (column - reach)], axis: null },
		y: { type: 'linear', domain: [lines.length, 0], axis: null },
		marks: [
			...starts.flatMap((start) => [
				Plot.ruleX(ticks.map((tick) => start + tick), { ...rules, stroke: 'var(--grid)' }),
				Plot.ruleX([start], { ...rules, stroke: 'var(--ink-3)' }),
				Plot.ruleX([start + likeBelow], { ...rules, stroke: 'var(--ink-2)', strokeDasharray: '3 3' }),
				Plot.text(ticks, { x: (tick: number) => start + tick, y: lines.length, dy: 14, text: (tick: number) => (tick === 0 ? '0' : decimal(tick)), fontSize: text.small, fill: 'var(--ink-2)' }),
			]),
			Plot.text(band, { x: (_: ConditionBalance, place: number) => starts[place] ?? 0, y: 0, dy: -12, textAnchor: 'start', text: 'name', fontSize: text.normal, fontWeight: 620, fill: 'var(--ink)' }),
			...lineNames(lines, frame),
			...spotMarks(spots),
			...(first ? key(frame, wide) : []),
		],
	};
}

function spotMarks(spots: readonly Spot[]): Plot.Markish[] {
	const ariaLabel = ({ row }: Spot) => rowMark(row);
	const moved = spots.filter(({ before, after }) => before !== null && after !== null);
	return [
		Plot.link(moved, { x1: ({ x, before }: Spot) => x + (before ?? 0), x2: ({ x, after }: Spot) => x + (after ?? 0), y1: 'y', y2: 'y', stroke: 'var(--rule)', strokeWidth: 1.4 }),
		Plot.dot(spots.filter(({ before }) => before !== null), { x: ({ x, before }: Spot) => x + (before ?? 0), y: 'y', ariaLabel, r: 3.6, fill: 'var(--paper)', stroke: 'var(--plain)', strokeWidth: 1.7 }),
		Plot.dot(spots.filter(({ after }) => after !== null), { x: ({ x, after }: Spot) => x + (after ?? 0), y: 'y', ariaLabel, r: 3.4, symbol: 'square', fill: 'var(--adjusted)' }),
	];
}

function lineNames(lines: readonly Line[], { marginLeft }: Frame): Plot.Markish[] {
	const at = (line: Line) => lines.indexOf(line) + 0.5;
	return [
		Plot.text(lines.filter(({ heading }) => heading !== null), { frameAnchor: 'left', textAnchor: 'start', dx: 4 - marginLeft, y: at, text: 'heading', fontSize: text.small, fontWeight: 620, fill: 'var(--ink)' }),
		Plot.text(lines.filter(({ heading, name }) => heading !== name), { frameAnchor: 'left', textAnchor: 'end', dx: -12, y: at, text: 'name', fontSize: text.small, fill: 'var(--ink-2)' }),
		Plot.ruleY(lines.filter(({ heading }) => heading !== null).slice(1), { y: (line: Line) => lines.indexOf(line), stroke: 'var(--grid)', insetLeft: -marginLeft }),
	];
}

/** What the marks are, above them, in their own colours. */
function key(frame: Frame, wide: boolean): Plot.Markish[] {
	const label = (words: string, dx: number, fill: string) => Plot.text([words], { frameAnchor: 'top-left', textAnchor: 'start', dx: dx - frame.marginLeft, dy: 12 - frame.marginTop, fontSize: text.normal, fill });
	return wide
		? [panelTitle('Absolute standardised difference', frame), label('○ before weighting', 246, 'var(--plain)'), label('■ after weighting', 376, 'var(--adjusted)'), label(`┆ ${decimal(likeBelow)}, commonly called unlike beyond`, 500, 'var(--ink-2)')]
		: [label('○ before', 4, 'var(--plain)'), label('■ after weighting', 74, 'var(--adjusted)'), label(`┆ ${decimal(likeBelow)}, unlike beyond`, 196, 'var(--ink-2)')];
}

/** A line a level that any of these conditions has. */
function byLevel(band: readonly ConditionBalance[]): Line[] {
	return byCovariate(band).flatMap(({ heading, levels }) => levels.map((level, index) => ({ heading: index === 0 ? heading : null, name: level.short, levels: [level] })));
}

/** A line a covariate, all its levels on it. */
function byCovariate(band: readonly ConditionBalance[]): Line[] {
	const levels = band.flatMap((each) => each.levels);
	return [...new Set(levels.map(({ covariate }) => covariate))].map((covariate) => {
		const own = levels.filter((level) => level.covariate === covariate);
		return { heading: covariate, name: covariate, levels: own.filter(({ name }, index) => own.findIndex((each) => each.name === name) === index) };
	});
}
