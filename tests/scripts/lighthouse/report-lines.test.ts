import { expect, test } from 'vitest';
import { reportLines } from '../../../scripts/lighthouse/report-lines.ts';

const scores = { performance: 97, accessibility: 100, 'best-practices': 96, seo: 99 };

test('a page is a row, desktop before mobile, and a dash stands where it was not measured', () => {
	const lines = reportLines([{ path: '/', device: 'mobile', scores, failed: [] }, { path: '/', device: 'desktop', scores: { ...scores, performance: 100 }, failed: [] }, { path: '/trend', device: 'mobile', scores, failed: [] }], { browser: '131.0', load: 0.44, processors: 2 });
	expect(lines.filter((line) => line.startsWith('| `'))).toEqual(['| `/` | 100 | 100 | 96 | 99 | 97 | 100 | 96 | 99 |', '| `/trend` | – | – | – | – | 97 | 100 | 96 | 99 |']);
	expect(lines.join('\n')).toContain('Chromium 131.0; load 0.4 on 2 processors');
});
