import * as Plot from '@observablehq/plot';
import type { Measure } from '#lib/codebook/schema.ts';
import type { Size } from './drawing.ts';
import { scaleOf } from './measure.ts';
import { tickText } from './tick-text.ts';

export const plotClass = 'plot';

export const text = { normal: 12.5, small: 11.5, large: 19 } as const;

export type Frame = Readonly<{ width: number; height: number; marginLeft: number; marginRight: number; marginTop: number; marginBottom: number }>;

/** The panel that holds the curves. Every panel of a figure takes its width and side margins from here. */
export function curveFrame(size: Size): Frame {
	return size === 'wide'
		? { width: 860, height: 390, marginLeft: 34, marginRight: 196, marginTop: 34, marginBottom: 6 }
		: { width: 344, height: 300, marginLeft: 24, marginRight: 8, marginTop: 32, marginBottom: 6 };
}

export function stripFrame(curve: Frame): Frame {
	return { ...curve, height: curve.width > 500 ? 158 : 136, marginTop: 44, marginBottom: 40 };
}

/** Half a session of air on both sides of the first and the last. */
export function sessionScale(last: number): Plot.ScaleOptions {
	return { type: 'linear', domain: [0.5, Math.max(last, 2) + 0.5], axis: null };
}

export function measureScale({ minimum, maximum }: Measure): Plot.ScaleOptions {
	return { type: 'linear', domain: [minimum, maximum], axis: null };
}

/** How many pixels one session takes. */
export function step({ width, marginLeft, marginRight }: Frame, last: number): number {
	return (width - marginLeft - marginRight) / Math.max(last, 2);
}

/** How many units of the measure one pixel stands for. */
export function perPixel({ height, marginTop, marginBottom }: Frame, { minimum, maximum }: Measure): number {
	return (maximum - minimum) / (height - marginTop - marginBottom);
}

export function measureAxis(measure: Measure, frame: Frame): Plot.Markish[] {
	return [
		Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
		Plot.axisY({ ticks: 5, tickFormat: tickText, tickSize: 0, tickPadding: 8, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
		panelTitle(measureTitle(measure), frame),
	];
}

export function measureTitle(measure: Measure): string {
	return `${measure.abbreviation}, ${scaleOf(measure)} ${measure.unit} · ${measure.better} is better`;
}

export function sessionAxis(last: number, frame: Frame, name = 'session number'): Plot.Markish[] {
	return [
		Plot.axisX({ ticks: everySession(last, step(frame, last), 20), tickFormat: 'd', tickSize: 0, tickPadding: 7, label: null, fill: 'var(--ink-2)', fontSize: text.small }),
		Plot.text([name], { frameAnchor: 'bottom', dy: 34, fill: 'var(--ink-2)', fontSize: text.small }),
	];
}

export function panelTitle(title: string, { marginLeft, marginTop }: Frame, fontSize: number = text.normal): Plot.Markish {
	return Plot.text([title], { frameAnchor: 'top-left', textAnchor: 'start', dx: 4 - marginLeft, dy: 12 - marginTop, fill: 'var(--ink-2)', fontSize });
}

/** Sessions 1 to `last`, thinned so that labels of `needed` pixels do not touch. */
export function everySession(last: number, pixels: number, needed: number): number[] {
	const stride = [1, 2, 3, 5, 10, 20, 50, 100].find((each) => each * pixels >= needed) ?? 200;
	return Array.from({ length: last }, (_, index) => index + 1).filter((session) => (session - 1) % stride === 0);
}

/** Colour and symbol of the nth of several lines, so that neither alone has to tell them apart. */
export function series(index: number): { colour: string; symbol: Plot.SymbolType } {
	return { colour: `var(--series-${(index % 6) + 1})`, symbol: symbols[index % symbols.length] ?? 'circle' };
}

const symbols: readonly Plot.SymbolType[] = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye'];
