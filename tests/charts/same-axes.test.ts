import * as Plot from '@observablehq/plot';
import { describe, expect, it } from 'vitest';
import { draw } from '#lib/charts/draw.server.ts';
import { onSameAxes } from '#lib/charts/same-axes.server.ts';

const lines = (last: number, most: number, width = 100) => draw([{ width, height: 50, x: { domain: [0.5, last + 0.5] }, marks: [Plot.lineY([0, most])] }], `to ${last}`);

describe('drawings on the same axes', () => {
	it('have a session at the same place, and the same scale of values', () => {
		const [short, long] = [lines(4, 2), lines(9, 7)];
		const [a, b] = onSameAxes([short, long]);
		expect(short.x[4]).not.toBe(long.x[4]);
		expect(a?.x).toEqual(b?.x);
		expect(a?.x[9]).toBe(long.x[9]);
		expect(a?.y).toEqual(b?.y);
		expect(a?.y.value).toEqual([0, 7]);
	});

	it('keep what they say and who drew what', () => {
		const drawn = onSameAxes([lines(4, 2), lines(9, 7)]);
		expect(drawn.map(({ svg }) => /aria-label="([^"]+)"/u.exec(svg)?.[1])).toEqual(['to 4', 'to 9']);
	});

	it('keep the direction of a scale that runs down', () => {
		const reversed = (most: number) => draw([{ width: 100, height: 50, y: { domain: [most, 0] }, marks: [Plot.lineY([0, most])] }], '');
		expect(onSameAxes([reversed(3), reversed(5)]).map(({ y }) => y.value)).toEqual([
			[5, 0],
			[5, 0],
		]);
	});

	it('have the names of both where a scale is a list of names', () => {
		const dots = (names: readonly string[]) => draw([{ width: 100, height: 50, marks: [Plot.dotX([1, 2], { y: [...names] })] }], '');
		const [a, b] = onSameAxes([dots(['b', 'a']), dots(['b', 'c'])]);
		expect([a, b].map((drawing) => [...(drawing?.svg ?? '').matchAll(/>([abc])</gu)].map(([, name]) => name))).toEqual([
			['a', 'b', 'c'],
			['a', 'b', 'c'],
		]);
	});

	it('share the scales of the panels that both have', () => {
		const panel = (most: number, height: number) => ({ width: 100, height, y: { domain: [0, most] }, marks: [Plot.lineY([0, most])] });
		const [a, b] = onSameAxes([draw([panel(3, 50)], ''), draw([panel(5, 40), panel(9, 20)], '')]);
		expect([a?.y.value, b?.y.value]).toEqual([
			[0, 5],
			[0, 5],
		]);
		expect([a?.height, b?.height]).toEqual([50, 60]);
	});

	it('do not share rows where one has more of them', () => {
		const rows = (height: number) => draw([{ width: 100, height, y: { domain: [height, 0] }, marks: [Plot.dotY([1, 2])] }], '');
		expect(onSameAxes([rows(40), rows(60)]).map(({ y }) => y.value)).toEqual([
			[40, 0],
			[60, 0],
		]);
	});

	it('stay as they are where they differ in width', () => {
		const apart = [lines(4, 2), lines(9, 7, 120)];
		expect(onSameAxes(apart)).toEqual(apart);
	});
});
