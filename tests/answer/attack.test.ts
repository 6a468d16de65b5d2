import { describe, expect, test } from 'vitest';
import { derivedCells } from './attack/derived-cells.ts';
import { factsOf } from './attack/facts.ts';
import { nestedCells } from './attack/nested-cells.ts';
import { publishing } from './attack/publishing.ts';

const patience = 900_000;

async function attack(seed: number, protection: Parameters<typeof publishing>[1]) {
	const facts = (await publishing(seed, protection)).flatMap(factsOf);
	return { facts: facts.length, derived: derivedCells(facts), nested: nestedCells(facts) };
}

describe('whoever puts all published figures together, from three snapshots of a clinic with many small cells', () => {
	test.each([1, 2])('learns no cell of 1 to 10 patients (%i)', { timeout: patience }, async (seed) => {
		const { facts, ...cells } = await attack(seed, { times: 25, guarded: true, rounded: true });
		expect(facts).toBeGreaterThan(200);
		expect(cells).toEqual({ derived: [], nested: [] });
	});

	test('would learn some by subtracting one figure from another, were it not for the guard', { timeout: patience }, async () => {
		const { derived } = await attack(1, { times: 12, guarded: false, rounded: true });
		expect(derived.length).toBeGreaterThan(0);
	});

	test('would learn some by subtracting a part from its whole, were it not for rounding', { timeout: patience }, async () => {
		const { nested } = await attack(1, { times: 5, guarded: true, rounded: false });
		expect(nested.length).toBeGreaterThan(0);
	});
});
