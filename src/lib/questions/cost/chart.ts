import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { count } from '#lib/charts/number.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { panelTitle, text, type Frame } from '#lib/charts/theme.ts';
import { costKey, costKeys, rowText, type CostPanel, type CostRow, type Costs } from './words.ts';

/** A row with its name in lines and the places of its dot and its foot, in pixels below the top. */
type Placed = CostRow & Readonly<{ lines: readonly string[]; at: number; foot: number }>;

/** A panel a kind of cost, a row a group: all, then protocols and payers in their own order. */
export function costChart({ panels }: Costs, size: Size): Plot.PlotOptions[] {
	const keys = costKeys(panels);
	return panels.map((panel) => panelOf(panel, size, (row) => rowMark(keys.indexOf(costKey(row)))));
}

function panelOf({ title, unit, rows }: CostPanel, size: Size, mark: (row: CostRow) => string): Plot.PlotOptions {
	const placed = place(rows, size);
	const foot = (placed.at(-1)?.foot ?? 0) + 4;
	const side = size === 'wide' ? { width: 860, marginLeft: 272, marginRight: 226 } : { width: 344, marginLeft: 8, marginRight: 14 };
	const frame: Frame = { ...side, height: foot + 74, marginTop: 34, marginBottom: 40 };
	const most = Math.max(1e-9, ...rows.map(({ estimate, bounds }) => Math.max(estimate ?? 0, bounds?.upper ?? 0)));
	const shown = placed.filter(({ estimate }) => estimate !== null);
	return {
		...frame,
		x: { type: 'linear', domain: [0, most * 1.04], axis: null },
		y: { type: 'linear', domain: [foot, 0], axis: null },
		marks: [
			Plot.gridX({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
			Plot.axisX({ ticks: 5, tickSize: 0, tickPadding: 7, label: null, fill: 'var(--ink-2)', fontSize: text.small, tickFormat: count }),
			panelTitle(title, frame),
			...(size === 'wide' ? namesBeside(placed, unit, mark) : namesAbove(placed, unit, mark)),
			Plot.ruleY(shown.filter(({ bounds }) => bounds !== null), { y: 'at', x1: ({ bounds }: Placed) => bounds?.lower, x2: ({ bounds }: Placed) => bounds?.upper, stroke: 'var(--adjusted)', strokeWidth: 2 }),
			Plot.dot(shown, { x: 'estimate', y: 'at', r: 3.6, fill: 'var(--adjusted)' }),
		],
	};
}

function namesBeside(rows: readonly Placed[], unit: CostPanel['unit'], mark: (row: CostRow) => string): Plot.Markish[] {
	return rows.flatMap((row) => [
		Plot.text([row.lines.join('\n')], { ariaLabel: () => mark(row), frameAnchor: 'left', y: row.at, dx: -10, textAnchor: 'end', lineHeight: 1.2, fill: 'var(--ink)', fontWeight: weight(row), fontSize: text.normal }),
		Plot.text([valueText(row, unit)], { frameAnchor: 'right', y: row.at, dx: 10, textAnchor: 'start', fill: row.estimate === null ? 'var(--ink-2)' : 'var(--ink)', fontWeight: weight(row), fontSize: text.small }),
	]);
}

function namesAbove(rows: readonly Placed[], unit: CostPanel['unit'], mark: (row: CostRow) => string): Plot.Markish[] {
	const style = { frameAnchor: 'left', textAnchor: 'start', lineAnchor: 'bottom', lineHeight: 1.25, stroke: 'var(--paper)', strokeWidth: 3 } as const;
	return rows.flatMap((row) => [
		Plot.text([row.lines.join('\n')], { ...style, ariaLabel: () => mark(row), y: row.at, dy: -23, fill: 'var(--ink)', fontWeight: weight(row), fontSize: text.normal }),
		Plot.text([valueText(row, unit)], { ...style, y: row.at, dy: -8, fill: 'var(--ink-2)', fontSize: text.small }),
	]);
}

function weight({ part }: Placed): number {
	return part === 'all' ? 620 : 450;
}

function valueText(row: Placed, unit: CostPanel['unit']): string {
	return `${rowText(row)}${row.n === null ? '' : ` · ${count(row.n)} ${unit === 'session' ? 'sessions' : 'episodes'}`}`;
}

/** Rows one under the other, with air between all, the protocols and the payers. */
function place(rows: readonly CostRow[], size: Size): Placed[] {
	return rows.reduce<Placed[]>((placed, row) => {
		const above = placed.at(-1);
		const top = (above?.foot ?? 0) + (above !== undefined && above.part !== row.part ? 10 : 0);
		const lines = wrapped(row.name, size === 'wide' ? 40 : 50);
		const height = size === 'wide' ? 8 + 16 * lines.length : 34 + 16 * lines.length;
		return [...placed, { ...row, lines, at: size === 'wide' ? top + height / 2 : top + height - 8, foot: top + height }];
	}, []);
}

function wrapped(name: string, most: number): string[] {
	return name.split(' ').reduce<string[]>((lines, word) => {
		const line = lines.at(-1);
		return line === undefined || line.length + word.length >= most ? [...lines, word] : [...lines.slice(0, -1), `${line} ${word}`];
	}, []);
}
