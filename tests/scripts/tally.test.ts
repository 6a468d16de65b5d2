import { describe, expect, test } from 'vitest';
import { tallyPlaywright, tallyVitest, withExit } from '../../scripts/tally.mjs';

describe('tally', () => {
	test('counts the passed and failed tests of Vitest', () => {
		const testResults = [{ status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }];
		expect(tallyVitest({ numPassedTests: 1, numFailedTests: 1, testResults })).toEqual({ passed: 1, failed: 1 });
	});

	test('counts a file that Vitest could not collect as failed', () => {
		const testResults = [{ status: 'failed', assertionResults: [] }];
		expect(tallyVitest({ numPassedTests: 0, numFailedTests: 0, testResults })).toEqual({ passed: 0, failed: 1 });
	});

	test('counts errors outside the tests of Playwright as failed', () => {
		expect(tallyPlaywright({ stats: { expected: 3, flaky: 0, unexpected: 1 }, errors: [{}] })).toEqual({ passed: 3, failed: 2 });
	});

	test('counts a runner that crashes as failed', () => {
		expect(withExit({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
	});

	test('counts a runner without any test as failed', () => {
		expect(withExit({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
	});

	test('leaves the count of a runner that reports its failures', () => {
		expect(withExit({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
	});
});
