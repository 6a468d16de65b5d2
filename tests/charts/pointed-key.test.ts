import { describe, expect, it } from 'vitest';
import { pointedKey, readingKey, rowUnit } from '#lib/charts/pointed-key.ts';

const reading = { session: 3, context: '', values: [] };

describe('what charts and tables know the same thing by', () => {
	it('is the unit and the number, for a reading and for the row of its table', () => {
		expect(readingKey('Session', reading)).toBe('Session 3');
		expect(pointedKey(rowUnit('Session', [reading]), '3')).toBe('Session 3');
	});

	it('is the name of a month without its number', () => {
		const month = { ...reading, name: 'March 2024' };
		expect(readingKey('Month', month)).toBe('March 2024');
		expect(pointedKey(rowUnit('Month', [month]), 'March 2024')).toBe('March 2024');
	});

	it('is the name of a row where a chart reads nothing out', () => {
		expect(pointedKey(rowUnit('Session', []), 'Exercise\u00a0only')).toBe('Exercise only');
	});
});
