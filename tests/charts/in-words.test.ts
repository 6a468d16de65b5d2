import { expect, test } from 'vitest';
import { draw } from '#lib/charts/draw.server.ts';
import { inWords } from '#lib/charts/in-words.ts';

const said = (label: string, title: string) => inWords({ wide: null, narrow: draw([{ width: 10, height: 10 }], label) }, title);

test('a figure says in words what its drawing says, but for the title and the warning that stand beside it', () => {
	expect(said('Synthetic data. Hours by region: "foot" & calf 3.', 'Hours by region')).toBe('"foot" & calf 3.');
	expect(said('Hours by region: foot 3.', 'Something else')).toBe('Hours by region: foot 3.');
	expect(said('Hours, by region. foot 3.', 'Hours, by region')).toBe('Foot 3.');
});
