type Tally = { passed: number; failed: number };
type VitestReport = { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: { status: string }[] }[] };
type PlaywrightReport = { stats: { expected: number; flaky: number; unexpected: number }; errors: unknown[] };

export function tallyVitest(report: VitestReport): Tally;
export function tallyPlaywright(report: PlaywrightReport): Tally;
export function withExit(tally: Tally, code: number): Tally;
