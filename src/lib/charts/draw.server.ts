import * as Plot from '@observablehq/plot';
import { Drawn } from './drawn.ts';
import type { Drawing, Drawings, Size } from './drawing.ts';
import { escaped } from './escaped.ts';
import { isHeldByPage } from './held-by-page.server.ts';
import { markedRow } from './row-mark.ts';
import { svgDocument } from './svg-document.server.ts';
import { plotClass } from './theme.ts';

/** Draws panels on top of one another as one image that is named by `label`. */
export function draw(panels: readonly Plot.PlotOptions[], label: string): Drawing {
	const document = svgDocument(attribute);
	const plots = panels.map((options) => Plot.plot({ ...options, document, className: plotClass }));
	const scaled = panels.map((options, index) => ({ options, domains: { x: [...(plots[index]?.scale('x')?.domain ?? [])], y: [...(plots[index]?.scale('y')?.domain ?? [])] } }));
	const width = Math.max(...panels.map((panel) => panel.width ?? 0));
	const height = panels.reduce((sum, panel) => sum + (panel.height ?? 0), 0);
	const placed: string[] = [];
	let top = 0;
	for (const [index, plot] of plots.entries()) {
		placed.push(`<g transform="translate(0,${top})">${plot.innerHTML}</g>`);
		top += panels[index]?.height ?? 0;
	}
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="${plotClass}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(label)}">${placed.join('')}</svg>`;
	return new Drawn({ svg, label, width, height, x: sessions(plots[0]), y: ends(plots[0]) }, { panels: scaled, isHeld: isHeldByPage });
}

/** The same chart for a wide page and for a phone: text keeps its size in both. */
export function drawBoth(chart: (size: Size) => readonly Plot.PlotOptions[], label: string): Drawings {
	return { wide: draw(chart('wide'), label), narrow: draw(chart('narrow'), label) };
}

/** Leaves out what a strict content security policy forbids and what an image's parts need not say, keeps which row of the table a mark shows, and rounds places. */
function attribute(name: string, value: string): string {
	if (name === 'aria-label') return rowAttribute(markedRow(value));
	if (unsaid.has(name)) return '';
	if (!places.has(name)) return ` ${name}="${escaped(value)}"`;
	return ` ${name}="${value.replace(/-?\d+\.\d+(e-?\d+)?/g, (text) => String(rounded(Number(text), name === 'fill-opacity' ? 2 : 1)))}"`;
}

function rowAttribute(row: string | undefined): string {
	return row === undefined ? '' : ` data-row="${row}"`;
}

const unsaid = new Set(['style', 'aria-hidden']);
const places = new Set(['d', 'transform', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'fill-opacity']);

/** Where an axis of sessions starts, and no other does. */
const axisStart = 0.5;

function sessions(plot: Plot.Plot | undefined): Record<number, number> {
	const [from, to] = domain(plot, 'x');
	if (from !== axisStart) return {};
	const [first, last] = [Math.ceil(from), Math.floor(to)];
	return Object.fromEntries(Array.from({ length: last - first + 1 }, (_, index) => [first + index, place(plot, 'x', first + index)]));
}

function ends(plot: Plot.Plot | undefined): Drawing['y'] {
	const value = domain(plot, 'y');
	return { value, place: [place(plot, 'y', value[0]), place(plot, 'y', value[1])] };
}

function domain(plot: Plot.Plot | undefined, name: 'x' | 'y'): readonly [number, number] {
	const [from, to] = plot?.scale(name)?.domain ?? [];
	return [Number(from ?? 0), Number(to ?? 1)];
}

function place(plot: Plot.Plot | undefined, name: 'x' | 'y', value: number): number {
	return rounded(Number(plot?.scale(name)?.apply(value) ?? 0), 2);
}

function rounded(value: number, digits: number): number {
	return Number(value.toFixed(digits));
}
