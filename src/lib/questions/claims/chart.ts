import * as Plot from '@observablehq/plot';
import { text } from '#lib/charts/theme.ts';
import { valueInWords } from './figure-in-words.ts';
import type { Judged } from './result.ts';

type Test = Judged['tests'][number];

const frame = { width: 344, height: 74, marginLeft: 14, marginRight: 20, marginTop: 26, marginBottom: 22 } as const;

/** Each figure of a claim with its interval, against the range that would bear the sentence out; a panel a figure. */
export function claimChart(tests: readonly Test[]): Plot.PlotOptions[] {
	return tests.map(panel);
}

function panel(test: Test): Plot.PlotOptions {
	const { label, estimate, lower, upper } = test;
	const domain = domainOf(test);
	const band = { x1: test.from ?? domain[0], x2: test.to ?? domain[1] };
	return {
		...frame,
		x: { type: 'linear', domain, axis: null, clamp: true },
		y: { type: 'linear', domain: [0, 1], axis: null },
		marks: [
			Plot.rect([band], { x1: 'x1', x2: 'x2', y1: 0, y2: 1, fill: 'var(--heat)', fillOpacity: 0.16 }),
			...[test.from, test.to].filter((bound) => bound !== null).map((bound) => Plot.ruleX([bound], { stroke: 'var(--adjusted)', strokeDasharray: '2 2' })),
			Plot.ruleY([0], { stroke: 'var(--rule)' }),
			...(lower === null || upper === null ? [] : [Plot.ruleY([0.5], { x1: lower, x2: upper, stroke: 'var(--ink)', strokeWidth: 2.4 })]),
			...(estimate === null ? [] : [Plot.dot([estimate], { x: estimate, y: 0.5, r: 4.6, fill: 'var(--ink)' })]),
			Plot.text([label], { frameAnchor: 'top-left', textAnchor: 'start', dx: -frame.marginLeft, dy: 10 - frame.marginTop, fontSize: text.small, fill: 'var(--ink-2)' }),
			Plot.text([estimate === null ? 'withheld or not recorded' : valueInWords(estimate, test)], { frameAnchor: 'top-right', textAnchor: 'end', dx: frame.marginRight, dy: 10 - frame.marginTop, fontSize: text.normal, fontWeight: 640, fill: 'var(--ink)' }),
			Plot.axisX({ ticks: 4, tickSize: 0, tickPadding: 6, label: null, tickFormat: (value: number) => (test.as === 'percent' ? `${Math.round(value * 100)} %` : String(value)), fill: 'var(--ink-2)', fontSize: text.small }),
		],
	};
}

/** Shares on all of 0 to 1; numbers from nought, or from below it, to a little beyond what is drawn. */
function domainOf({ as, estimate, lower, upper, from, to }: Test): readonly [number, number] {
	if (as === 'percent') return [0, 1];
	const drawn = [estimate, lower, upper, from, to].filter((value) => value !== null);
	const [least, most] = [Math.min(0, ...drawn), Math.max(0, ...drawn)];
	return [least * 1.15, most === 0 ? 1 : most * 1.15];
}
