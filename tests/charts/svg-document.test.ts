import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { svgDocument } from '#lib/charts/svg-document.server.ts';

const whole = (name: string, value: string) => ` ${name}="${value}"`;
const { DOMParser } = parseHTML('');

function element(name: string): Element {
	return svgDocument(whole).createElementNS('', name);
}

test('an element is written with its attributes, its text and what it holds', () => {
	const [group, line] = [element('g'), element('line')];
	line.setAttribute('x1', '1');
	group.appendChild(line);
	expect(group.outerHTML).toBe('<g><line x1="1" /></g>');
	group.textContent = 'a < b & c';
	expect(group.outerHTML).toBe('<g>a &lt; b &amp; c</g>');
});

test('an attribute is written as it is told to be, or not at all', () => {
	const mark = svgDocument((name, value) => (name === 'cx' ? ` at="${value}"` : '')).createElementNS('', 'circle');
	mark.setAttribute('cx', '3');
	mark.setAttribute('r', '2');
	expect(mark.outerHTML).toBe('<circle at="3" />');
});

test('an attribute that was taken away is not written', () => {
	const mark = element('circle');
	mark.setAttribute('r', '2');
	expect([mark.hasAttribute('r'), mark.getAttribute('r')]).toEqual([true, '2']);
	mark.removeAttribute('r');
	expect([mark.hasAttribute('r'), mark.getAttribute('r'), mark.outerHTML]).toEqual([false, null, '<circle />']);
});

test('an element that is moved stands in its new place alone', () => {
	const [from, to, first, second] = [element('g'), element('a'), element('rect'), element('path')];
	from.appendChild(first);
	to.appendChild(second);
	to.insertBefore(first, second);
	expect([from.outerHTML, to.outerHTML]).toEqual(['<g />', '<a><rect /><path /></a>']);
});

describe('a chart', () => {
	const data = [{ x: 1, y: 2.5, name: 'one' }, { x: 2, y: 4, name: 'two & a half' }, { x: 3, y: 1, name: 'several\nlines' }];
	const marks = [Plot.ruleY([0]), Plot.areaY(data, { x: 'x', y: 'y' }), Plot.line(data, { x: 'x', y: 'y', clip: true }), Plot.dot(data, { x: 'x', y: 'y', symbol: 'square' }), Plot.text(data, { x: 'x', y: 'y', text: 'name', title: 'name' })];

	test.each([
		['with axes', { marks, grid: true }],
		['in facets', { marks, fx: { label: 'by name' }, facet: { data, x: 'name' } }],
	])('%s is what it is in a whole document', (_, options) => {
		const plotted = Plot.plot({ ...options, document: svgDocument(whole) });
		const other = Plot.plot({ ...options, document: new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml') });
		const told = partsOf(new DOMParser().parseFromString(plotted.outerHTML, 'image/svg+xml').documentElement);
		expect(told).toEqual(partsOf(other));
		expect(JSON.stringify(told).length).toBeGreaterThan(2000);
	});
});

/** Attributes in order of their names, without styles, and ids by the order that they come in. */
function partsOf(part: Element): unknown[] {
	const attributes = [...part.attributes].flatMap(({ name, value }) => (name === 'style' ? [] : [`${name}=${value.replace(/plot-clip-\d+/u, 'clip')}`]));
	const children = [...part.children].filter(({ localName }) => localName !== 'style').map(partsOf);
	return [part.localName, attributes.sort(), children.length > 0 ? children : part.textContent];
}
