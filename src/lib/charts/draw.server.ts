import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { Drawn } from './drawn.ts';
import type { Drawing, Drawings, Size } from './drawing.ts';
import { isHeldByPage } from './held-by-page.server.ts';
import { plotClass } from './theme.ts';

const { DOMParser } = parseHTML('');

/** Draws panels on top of one another as one image that is named by `label`. */
export function draw(panels: readonly Plot.PlotOptions[], label: string): Drawing {
	const document = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml');
	const plots = panels.map((options) => Plot.plot({ ...options, document, className: plotClass }));
	const scaled = panels.map((options, index) => ({ options, domains: { x: [...(plots[index]?.scale('x')?.domain ?? [])], y: [...(plots[index]?.scale('y')?.domain ?? [])] } }));
	const width = Math.max(...panels.map((panel) => panel.width ?? 0));
	const height = panels.reduce((sum, panel) => sum + (panel.height ?? 0), 0);
	const svg = document.documentElement;
	svg.setAttribute('class', plotClass);
	svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
	svg.setAttribute('role', 'img');
	svg.setAttribute('aria-label', label);
	let top = 0;
	for (const [index, plot] of plots.entries()) {
		const panel = document.createElementNS('http://www.w3.org/2000/svg', 'g');
		panel.setAttribute('transform', `translate(0,${top})`);
		panel.append(...[...plot.children].filter((child) => child.nodeName.toLowerCase() !== 'style'));
		svg.append(panel);
		top += panels[index]?.height ?? 0;
	}
	for (const element of svg.querySelectorAll('*')) tidy(element);
	return new Drawn({ svg: svg.toString(), label, width, height, x: sessions(plots[0]), y: ends(plots[0]) }, { panels: scaled, isHeld: isHeldByPage });
}

/** The same chart for a wide page and for a phone: text keeps its size in both. */
export function drawBoth(chart: (size: Size) => readonly Plot.PlotOptions[], label: string): Drawings {
	return { wide: draw(chart('wide'), label), narrow: draw(chart('narrow'), label) };
}

/** Takes out what a strict content security policy forbids and what an image's parts need not say, and rounds places. */
function tidy(element: Element): void {
	for (const name of ['style', 'aria-label', 'aria-hidden']) element.removeAttribute(name);
	for (const name of places) {
		const value = element.getAttribute(name);
		if (value !== null) element.setAttribute(name, value.replace(/-?\d+\.\d+(e-?\d+)?/g, (text) => String(rounded(Number(text), name === 'fill-opacity' ? 2 : 1))));
	}
}

const places = ['d', 'transform', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'fill-opacity'] as const;

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
