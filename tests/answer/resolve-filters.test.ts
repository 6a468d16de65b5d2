import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { resolveFilters } from '#lib/server/resolve-filters.ts';

const resolved = (search: string) => resolveFilters(parseFilters(new URLSearchParams(search)), defaultCodebook);

describe('resolveFilters', () => {
	test('reads labels, synonyms and codes as ids', () => {
		expect(resolved('condition=Plantar+Fasciitis&condition=M25.561&sex=F').filters).toMatchObject({ condition: ['knee-pain', 'plantar-fasciitis'], sex: ['female'] });
	});
	test('makes one of two words for one thing', () => expect(resolved('condition=knee-pain&condition=Knee+pain').filters.condition).toEqual(['knee-pain']));
	test('reads the measure by its abbreviation', () => expect(resolved('measure=LEFS').filters.measure).toBe('lefs'));
	test('knows nothing wrong with what the codebook has', () => expect(resolved('condition=knee-pain&measure=odi').unknown).toEqual([]));
	test('says which words the codebook lacks, and keeps them', () => {
		const { filters, unknown } = resolved('condition=elbow&measure=vibes');
		expect({ condition: filters.condition, unknown }).toEqual({
			condition: ['elbow'],
			unknown: [expect.stringMatching(/^condition must be in the codebook: elbow \(it has .*knee-pain/u), expect.stringMatching(/^measure must be in the codebook: vibes \(it has .*lefs/u)],
		});
	});
	test('names the thresholds of the measure where it lacks the one asked for', () => {
		expect(resolved('measure=lefs&threshold=ten').unknown).toEqual(['threshold must be in the codebook: ten (it has points-9)']);
	});
	test('knows nothing wrong with a threshold of the measure', () => expect(resolved('threshold=points-2').unknown).toEqual([]));
	test('leaves values that are no words of the codebook', () => expect(resolved('clinic=North&payer=x&age-band=30-39').filters).toMatchObject({ clinic: ['North'], payer: ['x'], ageBand: ['30-39'] }));
});
