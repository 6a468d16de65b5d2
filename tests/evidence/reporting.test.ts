import { describe, expect, test } from 'vitest';
import { reportingFacts } from '#lib/evidence/reporting-facts.ts';
import { reporting } from '#lib/server/packs/reporting.ts';

describe('the shipped reporting items', () => {
	test('are all of STROBE, and the items of RECORD', () => {
		const numbers = (checklist: string) => reporting.items.filter((item) => item.checklist === checklist).map(({ number }) => number);
		expect(numbers('STROBE')).toEqual(Array.from({ length: 22 }, (_, index) => String(index + 1)));
		expect(numbers('RECORD')).toEqual(['1.1', '1.2', '1.3', '6.1', '6.2', '6.3', '7.1', '12.1', '12.2', '12.3', '13.1', '19.1', '22.1']);
	});
	test('use everything that the records can say', () => {
		expect(new Set(reporting.items.flatMap(({ facts }) => facts))).toEqual(new Set(Object.keys(reportingFacts)));
	});
	test('cite their guidelines', () => {
		expect(Object.values(reporting.citations)).toEqual([expect.stringMatching(/von Elm.*2007/u), expect.stringMatching(/Benchimol.*2015/u)]);
	});
});
