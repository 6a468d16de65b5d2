import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { count, decimal, plain } from '#lib/charts/number.ts';
import { panelTitle, series, text, type Frame } from '#lib/charts/theme.ts';
import { boundsOf, kindsOf, studiesOf, type Kind } from './event-words.ts';
import type { Events } from './result.ts';

type Row = Kind & Readonly<{ y: number }>;

/** The share of visits with each kind of event, and published rates as open marks below it. */
export function eventChart(events: Events, size: Size): Plot.PlotOptions[] {
	const wide = size === 'wide';
	const studies = studiesOf(events);
	const [head, gap] = wide ? [0, 14] : [20, 12];
	const line = head + (1 + studies.length) * 17 + gap;
	const kinds = kindsOf(events);
	const rows = kinds.map((kind, index) => ({ ...kind, y: index * line + head + 10 }));
	const height = Math.max(1, rows.length) * line;
	const most = Math.max(1, ...kinds.flatMap(({ share, published }) => [share === null ? 0 : boundsOf(share).upper * 100, ...published.map(({ percent }) => percent)])) * 1.06;
	const frame = { ...(wide ? { width: 860, marginLeft: 300, marginRight: 70 } : { width: 344, marginLeft: 88, marginRight: 52 }), marginTop: 36, marginBottom: 44, height: 36 + height + 44 };
	return [
		{
			...frame,
			x: { type: 'linear', domain: [0, most], axis: null },
			y: { type: 'linear', domain: [height, 0], axis: null },
			marks: [
				Plot.gridX({ ticks: wide ? 8 : 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
				Plot.ruleX([0], { stroke: 'var(--rule)' }),
				...rows.flatMap((row) => [...ownMarks(row, frame), ...publishedMarks(row, studies.map(({ name }) => name), frame)]),
				panelTitle('Event', frame),
				Plot.text(['%'], { frameAnchor: 'top-right', textAnchor: 'end', dx: frame.marginRight - 4, dy: 12 - frame.marginTop, fontSize: text.normal, fill: 'var(--ink-2)' }),
				Plot.text(rows, { frameAnchor: 'left', textAnchor: 'start', dx: 4 - frame.marginLeft, y: ({ y }: Row) => y - head, text: 'name', fontSize: text.normal, fontWeight: 620, fill: 'var(--ink)' }),
				...counts(rows, frame, wide, head),
				Plot.axisX({ ticks: wide ? 8 : 4, tickFormat: 'd', tickSize: 0, tickPadding: 7, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
				Plot.text(['% of visits · lower is better'], { frameAnchor: 'bottom', dy: 36, fill: 'var(--ink-2)', fontSize: text.small }),
			],
		},
	];
}

function ownMarks({ share, y }: Row, frame: Frame): Plot.Markish[] {
	if (share === null) return [];
	const { lower, upper } = boundsOf(share);
	const colour = 'var(--adjusted)';
	return [
		Plot.ruleY([share], { y, x1: lower * 100, x2: upper * 100, stroke: colour, strokeWidth: 2.2 }),
		Plot.dot([share], { y, x: share.estimate * 100, r: 4.4, fill: colour }),
		...words('these records', decimal(share.estimate * 100), colour, y, frame, 640),
	];
}

function publishedMarks({ published, y }: Row, studies: readonly string[], frame: Frame): Plot.Markish[] {
	return published.flatMap(({ study, percent, below }, index) => {
		const { colour, symbol } = series(studies.indexOf(study) + 1);
		const at = y + (index + 1) * 17;
		return [
			...(below ? [Plot.ruleY([percent], { y: at, x1: 0, x2: percent, stroke: colour, strokeDasharray: '2 2' })] : []),
			Plot.dot([percent], { y: at, x: percent, r: 4, symbol, fill: 'var(--paper)', stroke: colour, strokeWidth: 1.7 }),
			...words(study, `${below ? '< ' : ''}${plain(percent)}`, colour, at, frame, 400),
		];
	});
}

function words(name: string, value: string, fill: string, y: number, { marginRight }: Frame, fontWeight: number): Plot.Markish[] {
	return [
		Plot.text([name], { frameAnchor: 'left', textAnchor: 'end', dx: -10, y, fontSize: text.small, fill, fontWeight }),
		Plot.text([value], { frameAnchor: 'right', textAnchor: 'end', dx: marginRight - 4, y, fontSize: text.small, fill, fontWeight }),
	];
}

function counts(rows: readonly Row[], { marginLeft, marginRight }: Frame, wide: boolean, head: number): Plot.Markish[] {
	const common = { text: ({ share }: Row) => (share === null ? 'withheld' : `${count(share.count)} of ${count(share.n)}${wide ? ' visits' : ''}`), fontSize: text.small, fill: 'var(--ink-2)' } as const;
	return wide
		? [Plot.text(rows, { ...common, frameAnchor: 'left', textAnchor: 'start', dx: 4 - marginLeft, y: ({ y }: Row) => y + 18 })]
		: [Plot.text(rows, { ...common, frameAnchor: 'right', textAnchor: 'end', dx: marginRight - 4, y: ({ y }: Row) => y - head })];
}
