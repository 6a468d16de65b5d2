import { describe, expect, it } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { compareBar } from '#lib/components/compare-bar.ts';
import { filterBar } from '#lib/components/filter-bar.ts';
import { parseFilters } from '#lib/questions/filters.ts';

const none = { condition: [], protocol: [], clinic: [], therapist: [], payer: [], sex: [], ageBand: [], chronicity: [], period: [], measure: [] };
const clinic = (value: string, n: number | null) => ({ value, label: value, n });
const records = { vocabulary: { ...none, clinic: [clinic('north', 40), clinic('south', null)], sex: [clinic('female', 30)] }, codebook: defaultCodebook };
const filters = (search: string) => parseFilters(new URLSearchParams(search));

describe('the choice of a second group', () => {
	it('offers the values that the first group has not, with their episodes, and any', () => {
		const { lists } = compareBar('/trend', filters('clinic=north'), records, [], []);
		expect(lists).toEqual([
			{
				label: 'Clinic',
				options: [
					{ value: 'clinic:south', label: 'south', n: null, chosen: false },
					{ value: 'clinic:', label: 'Clinic: any', n: null, chosen: false },
				],
			},
		]);
	});

	it('offers nothing of a filter with one value, nor of one that the page settles itself', () => {
		expect(compareBar('/trend', filters(''), records, ['clinic'], []).lists).toEqual([]);
	});

	it('passes the first group on, and leads back to it', () => {
		const bar = compareBar('/trend', filters('clinic=north&delta=2'), records, [], ['clinic:south']);
		expect(bar.kept).toEqual([
			{ name: 'clinic', value: 'north' },
			{ name: 'delta', value: '2' },
		]);
		expect(bar.stop).toBe('/trend?clinic=north&delta=2');
		expect(bar.lists[0]?.options.find(({ chosen }) => chosen)?.value).toBe('clinic:south');
	});

	it('has nothing to stop where there is one group', () => {
		expect(compareBar('/trend', filters(''), records, [], []).stop).toBeNull();
	});
});

it('the filters of the first group keep the second', () => {
	const bar = filterBar('/trend', filters('clinic=north&sex=female'), records, [], ['clinic:south']);
	expect(bar.kept).toContainEqual({ name: 'compare', value: 'clinic:south' });
	expect(bar.active.map(({ without }) => without)).toEqual(['/trend?sex=female&compare=clinic%3Asouth', '/trend?clinic=north&compare=clinic%3Asouth']);
});
