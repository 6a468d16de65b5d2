import * as Plot from '@observablehq/plot';
import { draw } from '#lib/charts/draw.server.ts';
import { exponent } from './exponent.ts';
import type { Comparison } from './measure.ts';

/** What is drawn against the number of records, in milliseconds. */
export const costs: Readonly<Record<string, (each: Comparison) => number>> = {
	import: (each) => each.import.seconds * 1000,
	'engine alone, import': (each) => each.floor.seconds * 1000,
	'recovery, another clinic': ({ served }) => asked(served, 'recovery').filtered,
	'recovery, asked again': ({ served }) => asked(served, 'recovery').warm.p50,
	'engine alone, scan': ({ served }) => served.scan.p50,
	'chart in a browser': ({ served }) => served.page.seen.p50,
	'fit of the curve': ({ served }) => served.fit.took.p50,
};

/** Cost against size, both logarithmic: a line of slope 1 doubles when the records do. */
export function costPlot(comparisons: readonly Comparison[]): string {
	const points = Object.entries(costs).flatMap(([what, cost]) => comparisons.map((each) => ({ what, size: each.import.rows, cost: cost(each) })));
	const ends = Object.keys(costs).map((what) => {
		const own = points.filter((point) => point.what === what);
		const slope = exponent(own);
		return { ...(own.at(-1) ?? { size: 1, cost: 1 }), label: slope === null ? what : `${what} (${slope.toFixed(2)})` };
	});
	const panel: Plot.PlotOptions = {
		width: 900,
		height: 520,
		marginLeft: 70,
		marginRight: 220,
		x: { type: 'log', label: 'records', ticks: 4, tickFormat: (value: number) => value.toLocaleString('en') },
		y: { type: 'log', label: 'milliseconds', ticks: 6, tickFormat: (value: number) => value.toLocaleString('en') },
		marks: [
			Plot.gridY({ stroke: '#ddd', ticks: 6 }),
			Plot.line(points, { x: 'size', y: 'cost', z: 'what', stroke: '#0b6e69' }),
			Plot.dot(points, { x: 'size', y: 'cost', fill: '#0b6e69', r: 3 }),
			Plot.text(apart(ends), { x: 'size', y: 'place', text: 'label', textAnchor: 'start', dx: 8 }),
		],
	};
	const { svg } = draw([panel], 'Milliseconds against records, both logarithmic, with the fitted exponent of each');
	return svg.replace('>', '><rect width="100%" height="100%" fill="white"/>');
}

/** The ends in order, each label a tenth or more above the one below it. */
function apart(ends: readonly Readonly<{ size: number; cost: number; label: string }>[]) {
	const placed: { size: number; place: number; label: string }[] = [];
	for (const { size, cost, label } of ends.toSorted((a, b) => a.cost - b.cost)) placed.push({ size, label, place: Math.max(cost, 1.35 * (placed.at(-1)?.place ?? 0)) });
	return placed;
}

function asked({ questions }: Comparison['served'], name: string) {
	const found = questions.find(({ question }) => question === name);
	if (found === undefined) throw new Error(`${name} was not asked`);
	return found;
}
