import * as Plot from '@observablehq/plot';
import { count } from './number.ts';
import { everySession, panelTitle, sessionAxis, sessionScale, step, stripFrame, text, type Frame } from './theme.ts';
import { withheldBands } from './withheld-bands.ts';

type Bar = Readonly<{ session: number; n: number | null; suppressed: boolean }>;

/** How many are behind each session: a bar and its number, under the same horizontal scale as the curves. */
export function countStrip(bars: readonly Bar[], title: string, curve: Frame, last: number, fill = 'var(--count)', axis = 'session number'): Plot.PlotOptions {
	const frame = stripFrame(curve);
	const shown = bars.filter((bar) => bar.n !== null);
	const longest = Math.max(1, ...shown.map((bar) => count(bar.n ?? 0).length));
	const labelled = new Set(everySession(last, step(frame, last), longest * 6.2 + 5));
	return {
		...frame,
		x: sessionScale(last),
		y: { domain: [0, Math.max(1, ...shown.map((bar) => bar.n ?? 0))], axis: null },
		marks: [
			...withheldBands(bars, frame, last, { note: false }),
			Plot.rectY(shown, { x1: (bar: Bar) => bar.session - 0.36, x2: (bar: Bar) => bar.session + 0.36, y: 'n', fill }),
			Plot.text(shown.filter((bar) => labelled.has(bar.session)), { x: 'session', y: 'n', text: (bar: Bar) => count(bar.n ?? 0), dy: -8, fill: 'var(--ink)', fontSize: text.small }),
			Plot.ruleY([0], { stroke: 'var(--rule)' }),
			panelTitle(title, frame),
			...sessionAxis(last, frame, axis),
		],
	};
}
