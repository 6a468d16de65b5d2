import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { drawBoth } from '#lib/charts/draw.server.ts';
import { standalone, type Captioned } from '#lib/charts/standalone.server.ts';
import { departureChart } from '#lib/questions/departure/chart.ts';
import { partsChart, recoveryChart } from '#lib/questions/recovery/chart.ts';
import { departure, group, pain, recovery, suppressed } from './rows.ts';

const hostile = {
	script: '</text></svg><script>alert(1)</script>',
	quotes: `"><a href='https://example.org'>&amp;&lt;&#160;`,
	entity: '<!DOCTYPE svg [<!ENTITY a "b">]>&a;]]>',
	rightToLeft: '\u202eمرحبا بالعالم',
	control: 'a\u0000\u0008\u001b\ud800b',
	long: 'W'.repeat(4000),
} as const;
const drawings = drawBoth((size) => recoveryChart(recovery, pain, size), 'A curve');
const figure: Captioned = { title: 'A title', subtitle: 'Condition: one', drawings, inWords: 'At session 5 it is 4.0.', notes: ['Bars are 95\u00a0% intervals.'], fine: ['Method: a mean.', 'Snapshot 1.'], synthetic: true };

const drawn = new Set(['svg', 'title', 'desc', 'g', 'rect', 'path', 'line', 'circle', 'text', 'tspan']);

/** The tags of a document, and its texts; throws where it is not well formed. */
function read(xml: string): { tags: string[]; texts: string; attributes: Record<string, string>[] } {
	const found = { tags: new Array<string>(), texts: '', attributes: new Array<Record<string, string>>() };
	const reader = sax.parser(true);
	reader.onerror = (error) => {
		throw error;
	};
	reader.onopentag = ({ name, attributes }) => {
		found.tags.push(name);
		found.attributes.push(Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])));
	};
	reader.ontext = (text) => (found.texts += `${text}\n`);
	reader.write(xml).close();
	return found;
}

describe.each(Object.entries(hostile))('names that are %s', (_, name) => {
	const all = { ...figure, title: name, subtitle: name, inWords: name, notes: [name], fine: [name], drawings: drawBoth((size) => partsChart([{ group: recovery, name }, { group: recovery, name: 'B' }], pain, size), name) };

	test.each(['page', 'card', 'bare'] as const)('leave a %s well formed, and add nothing to it', (shape) => {
		const { tags, attributes } = read(standalone(all, shape));
		expect(tags.filter((tag) => !drawn.has(tag))).toEqual([]);
		expect(attributes.flatMap(Object.keys).filter((key) => /^on|href$|^style$/u.test(key))).toEqual([]);
	});
});

test.each(['page', 'card', 'bare'] as const)('a %s asks nothing of elsewhere', (shape) => {
	const svg = standalone(figure, shape);
	expect(svg).not.toMatch(/var\(|currentcolor|<script|<style|<image|href|@import|class=/iu);
	expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:/u);
});

test.each(['page', 'card'] as const)('a %s says all that was said around the figure, in sight and to those who cannot see', (shape) => {
	const { texts } = read(standalone(figure, shape));
	for (const text of ['A title', 'Condition: one', 'At session 5 it is 4.0.', 'Bars are 95\u00a0% intervals.', 'Snapshot 1.', 'SYNTHETIC DATA']) expect(texts).toContain(text);
	const { tags, attributes } = read(standalone(figure, shape));
	expect(tags.slice(0, 3)).toEqual(['svg', 'title', 'desc']);
	expect(attributes[0]).toMatchObject({ role: 'img', 'aria-labelledby': 'title desc' });
});

test('weights are those that every program knows', () => {
	const weights = read(standalone(figure, 'page')).attributes.flatMap((each) => each['font-weight'] ?? []);
	expect(weights.filter((weight) => !/^[1-9]00$/u.test(weight))).toEqual([]);
});

test('records that are not synthetic are not called so', () => expect(standalone({ ...figure, synthetic: false }, 'page')).not.toMatch(/synthetic/iu));

test('a card has the size that social networks show', () => expect(read(standalone({ ...figure, inWords: hostile.long }, 'card')).attributes[0]).toMatchObject({ width: '1200', height: '630' }));

test('a page is as high as its text', () => {
	const height = (inWords: string) => Number(read(standalone({ ...figure, inWords }, 'page')).attributes[0]?.['height']);
	expect(height('word '.repeat(400))).toBeGreaterThan(height('word') + 200);
});

test.each([
	['departure', drawBoth((size) => departureChart(departure, pain, size), '')],
	['withheld', drawBoth((size) => recoveryChart(group([suppressed(1), suppressed(2)]), pain, size), '')],
	['narrow only', { wide: null, narrow: drawings.narrow }],
])('a drawing can stand alone: %s', (_, others) => expect(read(standalone({ ...figure, drawings: others }, 'page')).tags).toContain('path'));

test('a bare drawing has the words for those who cannot see alone, and the size of the drawing', () => {
	const { texts, attributes } = read(standalone(figure, 'bare'));
	expect(texts).toContain('At session 5 it is 4.0.');
	expect(attributes[0]).toMatchObject({ width: String(drawings.wide?.width), height: String(drawings.wide?.height) });
});
