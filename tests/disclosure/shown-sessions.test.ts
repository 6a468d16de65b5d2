import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownSessions } from '#lib/server/disclosure/shown-sessions.ts';
import { totalsFit, type SessionCell } from '#lib/server/disclosure/totals-fit.ts';
import { at, cells } from './session-cells.ts';

const candidates = [1, 2, 3, 4, 5, 6, 7, 8];
const sum = (some: readonly SessionCell[]) => some.reduce((total, { patients }) => total + patients, 0);

function always(property: (some: readonly SessionCell[]) => boolean): boolean {
	fc.assert(fc.property(cells, property), { seed: 5, numRuns: 1000 });
	return true;
}

describe('shownSessions', () => {
	test('never adds a few patients to a state between two sessions, nor leaves a few after the last', () => {
		expect(
			always((some) => {
				const shown = shownSessions(some, candidates, 11);
				const steps = shown.flatMap((session, i) => ['responded', 'ended'].map((state) => sum(some.filter((each) => each.state === state && each.session <= session && each.session > (shown[i - 1] ?? 0)))));
				const rest = sum(some.filter(({ session }) => session > (shown.at(-1) ?? 0)));
				return [...steps, ...(shown.length > 0 ? [rest] : [])].every((count) => count === 0 || count >= 11);
			}),
		).toBe(true);
	});

	test('shows as many as can be shown together', () => {
		const subsets = Array.from({ length: 256 }, (_, bits) => candidates.filter((session) => (bits >> (session - 1)) % 2 === 1));
		expect(always((some) => shownSessions(some, candidates, 11).length === Math.max(0, ...subsets.filter((each) => totalsFit(some, [0, ...each, Infinity], 11)).map((each) => each.length)))).toBe(true);
	});

	test('shows all where every cell is large', () => expect(shownSessions([at(1, 20), at(2, 11), at(3, 40)], [1, 2, 3], 11)).toEqual([1, 2, 3]));
	test('skips a session with few, together with those after which too few remain', () => expect(shownSessions([at(1, 20), at(2, 5), at(3, 8)], [1, 2, 3], 11)).toEqual([1, 3]));
	test('would rather show a wanted session', () => expect(shownSessions([at(1, 6), at(2, 6), at(3, 5), at(4, 20)], [2, 3], 11, [3])).toEqual([3]));
	test('counts episodes of a patient who counts elsewhere as few', () => expect(shownSessions([{ session: 1, state: 'responded', n: 3, patients: 0 }, at(2, 20)], [1, 2], 11)).toEqual([2]));
	test('shows nothing of a few', () => expect(shownSessions([at(1, 5)], [1], 11)).toEqual([]));
});
