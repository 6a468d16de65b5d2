/** Counts the tests of a Vitest JSON report; a file that could not be collected is one failure. */
export function tallyVitest({ numPassedTests, numFailedTests, testResults }) {
	const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'));
	return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/** Counts the tests of a Playwright JSON report; an error outside any test is one failure. */
export function tallyPlaywright({ stats, errors }) {
	return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/** A runner that ends badly without a failed test, or without any test at all, is one failure. */
export function withExit({ passed, failed }, code) {
	return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}
