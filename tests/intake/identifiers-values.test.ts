import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifierOfValue } from '#lib/server/intake/identifiers/identifier-of-value.ts';
import { harmless, identifying } from './identifier-examples.ts';
import { looked } from './looked.ts';

const pieces = ['Jane', 'doe', 'Doe', '1980', '03', '17', '-', '.', '/', ' ', ', ', '_', '@', ':', '+', 'mrn', 'SSN', 'P', '0', '555', '2671', '078', '05', '1120', 'mar', 'mai', 'tel', 'www', 'com', 'AB', 'C', 'T', '1EG4', 'TE5', 'MK73', 'old', 'aged', '92', 'y', 'jpg', 'vin', 'é', '00', 'plan', 'policy', 'no', 'RSSMRA85T10A562S', '070761', '-4285'];

describe('a text that identifies a person', () => {
	test.each(identifying)('as %s: %s is %s', (kind, text, identifier) => {
		expect(identifierOfValue(text, kind)?.id).toBe(identifier);
	});

	test('is tried in more than a hundred examples', () => {
		expect(identifying.length).toBeGreaterThan(100);
	});
});

describe('a text that identifies nobody', () => {
	test.each(harmless)('as %s: %s passes', (kind, text) => {
		expect(identifierOfValue(text, kind)).toBeUndefined();
	});

	test('is tried in more than a hundred examples', () => {
		expect(harmless.length).toBeGreaterThan(100);
	});
});

describe('the cheap look at an id', () => {
	test('lets no example pass that identifies a person', async () => {
		const ids = identifying.filter(([kind]) => kind === 'id').map(([, text]) => text);
		expect(await looked(ids)).toEqual(ids);
	});

	test('lets nothing pass that identifies a person among ids put together at random', async () => {
		const drawn = fc.sample(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 }).map((parts) => parts.join('')), { numRuns: 20_000, seed: 20250615 });
		const ids = [...new Set(drawn)].filter((text) => identifierOfValue(text, 'id') !== undefined);
		expect(ids.length).toBeGreaterThan(1000);
		const suspected = new Set(await looked(ids));
		expect(ids.filter((text) => !suspected.has(text))).toEqual([]);
	});

	test.each(['synthetic-7-000001-1-3', 'P-0001', 'A1B2C3', '4815162342', 'NZ-AKL-0042', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'])('is enough for %s', async (id) => {
		expect(await looked([id])).toEqual([]);
	});
});
