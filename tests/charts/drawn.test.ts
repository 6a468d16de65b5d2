import { describe, expect, it } from 'vitest';
import { draw } from '#lib/charts/draw.server.ts';
import { Drawn } from '#lib/charts/drawn.ts';
import { holding } from '#lib/charts/held-by-page.server.ts';
import { transport } from '../../src/hooks.ts';

const drawing = draw([{ width: 100, height: 50 }], 'nothing');
const sent = (value: unknown): unknown => transport['Drawn']?.encode(value);

describe('what is sent of a drawing as data', () => {
	it('is all of it where the data are asked for', () => {
		expect(drawing).toBeInstanceOf(Drawn);
		expect(sent(drawing)).toEqual({ svg: drawing.svg, label: 'nothing', width: 100, height: 50, x: drawing.x, y: drawing.y });
		expect(holding(false, () => sent(drawing))).toMatchObject({ svg: drawing.svg });
	});

	it('is not its markup where a page holds that, but no empty text, which would empty the page', () => {
		expect(holding(true, () => sent(drawing))).toEqual({ svg: ' ', label: 'nothing', width: 100, height: 50, x: drawing.x, y: drawing.y });
	});

	it('is for one request apart from another', async () => {
		const later = async () => {
			await Promise.resolve();
			return sent(drawing);
		};
		const [page, data] = await Promise.all([holding(true, later), holding(false, later)]);
		expect([page, data]).toMatchObject([{ svg: ' ' }, { svg: drawing.svg }]);
	});

	it('leaves what is no drawing to others', () => {
		expect(sent({ svg: '<svg/>' })).toBe(false);
	});
});
