import * as Plot from '@observablehq/plot';
import { count } from './number.ts';
import { everySession, panelTitle, sessionAxis, sessionScale, step, stripFrame, text, type Frame } from './theme.ts';

export type CountRow = Readonly<{ name: string; colour: string; symbol: Plot.SymbolType; counts: readonly Readonly<{ session: number; n: number | null }>[] }>;

/** The numbers behind each line as rows of figures, as under a survival curve. */
export function countRows(rows: readonly CountRow[], title: string, curve: Frame, last: number, axis = 'session number'): Plot.PlotOptions {
	const lineHeight = 19;
	const frame = { ...stripFrame(curve), marginTop: 30, height: 30 + 40 + rows.length * lineHeight };
	const longest = Math.max(1, ...rows.flatMap((row) => row.counts.map(({ n }) => count(n ?? 0).length)));
	const shown = new Set(everySession(last, step(frame, last), longest * 6.4 + 5));
	return {
		...frame,
		x: sessionScale(last),
		y: { domain: [rows.length, 0], axis: null },
		marks: [
			...rows.flatMap((row, index) => [
				Plot.text(row.counts.filter(({ session }) => shown.has(session)), {
					x: 'session',
					y: index + 0.5,
					text: ({ n }: CountRow['counts'][number]) => (n === null ? '·' : count(n)),
					fill: row.colour,
					fontSize: text.small,
				}),
				Plot.dot([row], { x: 0.5, y: index + 0.5, dx: -12, r: 3.6, symbol: row.symbol, fill: row.colour }),
				...(curve.width > 500 ? [Plot.text([short(row.name)], { x: last + 0.5, y: index + 0.5, dx: 6, textAnchor: 'start', fill: row.colour, fontSize: text.small })] : []),
			]),
			Plot.ruleY([rows.length], { stroke: 'var(--rule)' }),
			panelTitle(title, frame),
			...sessionAxis(last, frame, axis),
		],
	};
}

function short(name: string): string {
	return name.length <= 30 ? name : `${name.slice(0, 29).trimEnd()}…`;
}
