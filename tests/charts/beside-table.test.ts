import { describe, expect, it } from 'vitest';
import { besideTable } from '#lib/questions/overview/beside-table.ts';
import type { Overview } from '#lib/questions/overview/result.ts';
import { pain } from './rows.ts';

const share = (count: number, n: number) => ({ count, n, estimate: count / n, lower: 0.4, upper: 0.6 });
const shown: Overview = {
	episodes: 1200,
	patients: 1100,
	sessions: { n: 1200, median: 5.5, q1: 3, q3: 7 },
	change: { n: 1000, mean: -2.25, lower: -2.5, upper: -2, firstMean: 6.4, lastMean: 4.15, q1: -4, median: -2, q3: 0 },
	responders: { threshold: 'at least 30 % less', ofAll: share(550, 1100), ofFollowed: share(550, 1000), noBetter: null },
	completion: share(300, 600),
	suppressed: false,
};
const withheld: Overview = { episodes: null, patients: null, sessions: null, change: null, responders: null, completion: null, suppressed: true };
const row = (name: string, groups: readonly Overview[]) =>
	besideTable(
		groups.map((overview, index) => ({ name: String(index), overview })),
		pain,
	).rows.find(([header]) => header?.startsWith(name));

describe('the first numbers of two groups', () => {
	it('stand under the name of each, on a scale that says which end is better', () => {
		const { caption, columns } = besideTable([{ name: 'A: north', overview: shown }, { name: 'B: south', overview: shown }], pain);
		expect(columns).toEqual(['', 'A: north', 'B: south']);
		expect(caption).toContain('NPRS 0–10, lower is better');
	});

	it('have their interval and the episodes that they are of', () => {
		expect(row('Change', [shown])?.[1]).toBe('−2.3 (−2.5 to −2.0), 1,000 episodes scored again');
	});

	it('have both denominators', () => {
		expect(row('Improved (at least 30 % less), of all who started', [shown])?.[1]).toBe('50\u00a0% (40 to 60\u00a0%), 550 of 1,100');
		expect(row('Improved (at least 30 % less), of those scored again', [shown])?.[1]).toBe('55\u00a0% (40 to 60\u00a0%), 550 of 1,000');
	});

	it('name no threshold where the groups were judged by different ones', () => {
		const other = { ...shown, responders: { ...shown.responders, threshold: 'other', ofAll: share(1, 2), ofFollowed: share(1, 2), noBetter: null } };
		expect(row('Improved, of all', [shown, other])).toBeDefined();
	});

	it('say where there is none', () => {
		expect(row('Episodes', [shown, withheld])).toEqual(['Episodes of care', '1,200', 'withheld']);
		expect(row('Change', [withheld])?.[1]).toBe('–');
	});
});
