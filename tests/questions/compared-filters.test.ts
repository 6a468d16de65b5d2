import { describe, expect, it } from 'vitest';
import { areApart, comparedFilters, comparedTerms } from '#lib/questions/compared-filters.ts';
import { parseFilters } from '#lib/questions/filters.ts';

const second = (search: string) => {
	const parameters = new URLSearchParams(search);
	return comparedFilters(parameters, parseFilters(parameters));
};
const filters = (search: string) => parseFilters(new URLSearchParams(search));

describe('the second of two groups', () => {
	it('is there only where a filter of it is named', () => {
		expect(second('protocol=a')).toBeNull();
		expect(second('protocol=a&compare=')).toBeNull();
		expect(second('protocol=a&compare=b')).toBeNull();
		expect(second('protocol=a&compare=nothing:b')).toBeNull();
	});

	it('has the filters of the first but for the named one', () => {
		expect(second('protocol=a&sex=female&delta=1&compare=protocol:b')).toEqual(filters('protocol=b&sex=female&delta=1'));
	});

	it('takes several values and several filters', () => {
		expect(second('protocol=a&compare=protocol:c&compare=protocol:b&compare=age-band:70%2B')).toEqual(filters('protocol=b&protocol=c&age-band=70%2B'));
	});

	it('is without a filter that is named without a value', () => {
		expect(second('protocol=a&sex=female&compare=protocol:')).toEqual(filters('sex=female'));
	});

	it('may have a value with a colon', () => {
		expect(second('compare=clinic:north:2')).toEqual(filters('clinic=north:2'));
	});
});

it('terms are each there once, in one order, and those that name no filter are left out', () => {
	expect(comparedTerms(new URLSearchParams('compare=sex:male&compare=clinic:x&compare=sex:male&compare=y'))).toEqual(['clinic:x', 'sex:male']);
});

describe('two groups', () => {
	it('are apart where a filter has nothing in common', () => {
		expect(areApart(filters('protocol=a'), filters('protocol=b'))).toBe(true);
	});

	it('are not apart where one is of everyone, or has a value in common', () => {
		expect(areApart(filters('protocol=a'), filters(''))).toBe(false);
		expect(areApart(filters('protocol=a&protocol=b'), filters('protocol=b&sex=male'))).toBe(false);
	});

	it('are not apart where one is of a year and the other of its quarter', () => {
		expect(areApart(filters('period=2025'), filters('period=2025-Q1'))).toBe(false);
		expect(areApart(filters('period=2024'), filters('period=2025-Q1'))).toBe(true);
	});
});
