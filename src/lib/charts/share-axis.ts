import * as Plot from '@observablehq/plot';
import { percent } from './number.ts';
import { panelTitle, text, type Frame } from './theme.ts';

/** The scale of a share, which is always the whole one. */
export const shareScale: Plot.ScaleOptions = { type: 'linear', domain: [0, 1], axis: null };

/** A low panel is one of several and its title a name. */
export function shareAxis(title: string, frame: Frame): Plot.Markish[] {
	const low = frame.height <= 250;
	const ticks = low ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1];
	const { marginLeft, marginTop } = frame;
	return [
		Plot.gridY(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
		Plot.axisY(ticks, { tickSize: 0, tickPadding: 6, label: null, fill: 'var(--ink-2)', fontSize: text.small, tickFormat: percent }),
		low ? Plot.text([title], { frameAnchor: 'top-left', textAnchor: 'start', dx: 4 - marginLeft, dy: 16 - marginTop, fill: 'var(--ink)', fontWeight: 620, fontSize: text.normal }) : panelTitle(title, frame),
	];
}
