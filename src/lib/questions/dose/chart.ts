import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { count, plain } from '#lib/charts/number.ts';
import { everySession, panelTitle, text, type Frame } from '#lib/charts/theme.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { DoseResult, Quantiles } from './result.ts';
import type { Strip } from './words.ts';

type Row = Strip & Readonly<{ y: number }>;
type Shown = Row & Readonly<{ sessions: Quantiles }>;

/** How many sessions an episode took: median, middle half, and the 10th to the 90th percentile, a row a condition. */
export function doseChart(strips: readonly Strip[], stated: DoseResult['stated'], size: Size): Plot.PlotOptions[] {
	const wide = size === 'wide';
	const line = wide ? 40 : 48;
	const rows = strips.map((strip, index) => ({ ...strip, y: (index + 0.5) * line + (wide ? 7 : 11) }));
	const shown = rows.flatMap((row) => (row.sessions === null ? [] : [{ ...row, sessions: row.sessions }]));
	const height = Math.max(1, strips.length) * line + 9;
	const last = Math.ceil(Math.max(stated.to + 1, ...shown.map(({ sessions: { q3, p90 } }) => p90 ?? q3)) + 0.5);
	const margins = wide ? { width: 860, marginLeft: 178, marginRight: 92 } : { width: 344, marginLeft: 10, marginRight: 12 };
	const frame = { ...margins, marginTop: 52, marginBottom: 44, height: 52 + height + 44 };
	const pixels = (frame.width - frame.marginLeft - frame.marginRight) / (last - 0.5);
	return [
		{
			...frame,
			x: { type: 'linear', domain: [0.5, last], axis: null },
			y: { type: 'linear', domain: [height, 0], axis: null },
			marks: [
				Plot.rect([stated], { x1: stated.from - 0.5, x2: stated.to + 0.5, y1: 0, y2: height, fill: 'var(--withheld)' }),
				Plot.gridX(everySession(last, pixels, 20), { stroke: 'var(--grid)', strokeOpacity: 1 }),
				Plot.text([`stated course, ${stated.from} to ${stated.to} sessions`], { x: (stated.from + stated.to) / 2, frameAnchor: 'top', lineAnchor: 'bottom', dy: -6, fontSize: text.small, fill: 'var(--ink-2)' }),
				...stripMarks(shown),
				...names(rows, frame, wide),
				Plot.axisX(everySession(last, pixels, 20), { tickFormat: 'd', tickSize: 0, tickPadding: 7, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				Plot.text(['sessions in the episode'], { frameAnchor: 'bottom', dy: 36, fill: 'var(--ink-2)', fontSize: text.small }),
			],
		},
	];
}

function stripMarks(rows: readonly Shown[]): Plot.Markish[] {
	return rows.flatMap((row) => {
		const { p10, q1, median, q3, p90 } = row.sessions;
		const colour = row.whole ? 'var(--ink-2)' : 'var(--adjusted)';
		const { y } = row;
		return [
			...(p10 === null ? [] : [Plot.ruleY([row], { y, x1: p10, x2: q1, stroke: colour, strokeWidth: 1.8 })]),
			...(p90 === null ? [] : [Plot.ruleY([row], { y, x1: q3, x2: p90, stroke: colour, strokeWidth: 1.8 })]),
			Plot.rect([row], { x1: q1, x2: q3, y1: y - 6, y2: y + 6, fill: colour, fillOpacity: 0.42 }),
			Plot.ruleX([row], { x: median, y1: y - 9, y2: y + 9, stroke: colour, strokeWidth: 3 }),
			Plot.text([row], { x: median, y: y - 9, dy: -3, lineAnchor: 'bottom', text: () => plain(Number(median.toFixed(1))), fontSize: text.small, fontWeight: 650, fill: colour }),
		];
	});
}

function names(rows: readonly Row[], frame: Frame, wide: boolean): Plot.Markish[] {
	const name = { text: 'name', textAnchor: 'start', fontSize: text.normal, fontWeight: 620, fill: 'var(--ink)', frameAnchor: 'left', dx: 4 - frame.marginLeft } as const;
	const n = { text: ({ sessions }: Row) => (sessions === null ? '' : sessions.n === null ? 'n withheld' : `n ${count(sessions.n)}`), frameAnchor: 'right', textAnchor: 'end', dx: frame.marginRight - 4, fontSize: text.small, fill: 'var(--ink-2)' } as const;
	return [
		panelTitle('Condition', frame),
		...(wide ? [Plot.text(['episodes'], { frameAnchor: 'top-right', textAnchor: 'end', dx: frame.marginRight - 4, dy: 12 - frame.marginTop, fontSize: text.normal, fill: 'var(--ink-2)' })] : []),
		Plot.text(rows, { ...name, y: ({ y }: Row) => y - (wide ? 0 : 25) }),
		Plot.text(rows, { ...n, y: ({ y }: Row) => y - (wide ? 0 : 25) }),
		Plot.text(rows.filter(({ sessions }) => sessions === null), { y: 'y', frameAnchor: 'middle', text: () => withheld, fontSize: text.small, fill: 'var(--ink-2)' }),
	];
}
