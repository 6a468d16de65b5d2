import { describe, expect, test } from 'vitest';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';

const parse = (search: string) => parseFilters(new URLSearchParams(search));

describe('what conditions are parted by, the axis and the shift', () => {
	test.each(['protocol', 'clinic', 'chronicity'])('are read from an address: by=%s', (by) => {
		expect(parse(`by=${by}&axis=weeks&delta=2.5`)).toMatchObject({ by, axis: 'weeks', delta: 2.5 });
	});

	test.each(['', 'by=therapist&axis=months&delta=', 'by=&axis=sessions&delta=0', 'delta=-1', 'delta=NaN', 'delta=Infinity', 'delta=1e9', 'delta=two'])('fall back to none: %s', (search) => {
		expect(parse(search)).toMatchObject({ by: null, axis: null, delta: null });
	});

	test('stand in the address of a view, and are read back from it', () => {
		const filters = parse('clinic=north&by=clinic&axis=weeks&delta=0.50');
		expect(searchOf(filters).toString()).toBe('clinic=north&by=clinic&axis=weeks&delta=0.5');
		expect(parseFilters(searchOf(filters))).toEqual(filters);
	});
});
