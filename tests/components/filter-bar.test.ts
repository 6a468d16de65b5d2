import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { filterBar } from '#lib/components/filter-bar.ts';
import { parseFilters } from '#lib/questions/filters.ts';

const nothing = { condition: [], protocol: [], clinic: [], therapist: [], payer: [], sex: [], ageBand: [], chronicity: [], period: [], measure: [] };

function barOf(search: string) {
	return filterBar('/', parseFilters(new URLSearchParams(search)), { vocabulary: nothing, codebook: defaultCodebook });
}

describe('the choice of what counts as a response', () => {
	test('starts with the primary threshold, which goes without saying', () => {
		const [first, ...others] = barOf('').thresholds;
		expect(first).toEqual({ value: '', label: 'at least 30 % less pain', n: null, chosen: true });
		expect(others.map(({ value }) => value)).toEqual(['points-2', 'percent-50', 'pain-free', 'pain-0-1']);
	});

	test('shows the one asked for, and the primary one where the measure lacks that', () => {
		const chosen = (search: string) => barOf(search).thresholds.flatMap(({ value, chosen: is }) => (is ? [value] : []));
		expect([chosen('threshold=pain-0-1'), chosen('threshold=percent-30'), chosen('threshold=no-such')]).toEqual([['pain-0-1'], [''], ['']]);
	});

	test('is that of the measure, and none where there is one threshold or none', () => {
		expect(barOf('measure=lefs').thresholds).toEqual([]);
		expect(barOf('measure=vas-pain').thresholds[0]?.label).toBe('the usual improvement of each condition');
	});

	test('is not passed on twice', () => {
		expect(barOf('threshold=points-2&rebase=2024-05').kept).toEqual([{ name: 'rebase', value: '2024-05' }]);
		expect(barOf('measure=lefs&threshold=points-9').kept).toContainEqual({ name: 'threshold', value: 'points-9' });
	});
});

describe('what is chosen', () => {
	const clinics = ['North', 'South'].map((value) => ({ value, label: value, n: 20 }));
	const barWith = (search: string) => filterBar('/', parseFilters(new URLSearchParams(search)), { vocabulary: { ...nothing, clinic: clinics, period: [{ value: '2025-Q1', label: '2025-Q1', n: 40 }], measure: ['nprs', 'lefs'].map((value) => ({ value, label: value, n: 20 })) }, codebook: defaultCodebook });

	test('has a link that takes it away, be it a filter, a measure or a threshold', () => {
		expect(barWith('clinic=North&threshold=points-2').active).toEqual([{ label: 'Clinic', value: 'North', without: '/?threshold=points-2' }]);
		expect(barWith('clinic=North&threshold=points-2').judged).toEqual([{ label: 'Response', value: 'at least 2 points less pain', without: '/?clinic=North' }]);
		expect(barWith('measure=lefs').judged).toEqual([{ label: 'Measure', value: 'lefs', without: '/' }]);
		expect(barWith('').judged).toEqual([]);
	});

	test('is said to be nowhere where nothing is recorded for it, with what there is', () => {
		expect(barWith('clinic=Nowhere&period=2024').missing).toEqual(['Clinic: nothing is recorded for Nowhere. There are North and South.', 'Started in: nothing is recorded for 2024. There is 2025-Q1.']);
		expect(barWith('clinic=North&period=2025').missing).toEqual([]);
	});
});
