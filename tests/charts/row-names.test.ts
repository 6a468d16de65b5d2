import { describe, expect, it } from 'vitest';
import { rowNames } from '#lib/charts/row-names.ts';

const named = (...rows: string[][]) => rowNames({ caption: '', columns: ['a', 'b', 'c'], rows });

describe('the names of rows', () => {
	it('are their first cells where those tell them apart', () => {
		expect(named(['North', '1', ''], ['South', '1', ''])).toEqual({ names: ['North', 'South'], columns: 1 });
	});

	it('are as many cells as it takes, and what is said twice is said once', () => {
		expect(named(['Knee', 'Age', 'Age'], ['Knee', 'Sex', 'Male'], ['Knee', 'Sex', 'Female'])).toEqual({ names: ['Knee, Age', 'Knee, Sex, Male', 'Knee, Sex, Female'], columns: 3 });
	});

	it('are the first cells where nothing tells them apart', () => {
		expect(named(['Knee', '1', '2'], ['Knee', '1', '2'])).toEqual({ names: ['Knee', 'Knee'], columns: 1 });
	});
});
