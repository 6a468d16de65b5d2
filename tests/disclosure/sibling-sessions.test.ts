import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownSessions } from '#lib/server/disclosure/shown-sessions.ts';
import { siblingSessions } from '#lib/server/disclosure/sibling-sessions.ts';
import { totalsFit, type SessionCell } from '#lib/server/disclosure/totals-fit.ts';
import { at, cells } from './session-cells.ts';

const candidates = [1, 2, 3, 4, 5, 6, 7, 8];
const three = fc.tuple(cells, cells, cells);
const subsets = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];

/** Sessions at which the sum of some parts is known: each is shown, or all that is not shown is among them and the whole gives the rest. */
function knownOf(some: readonly number[], shown: readonly (readonly number[])[], whole: readonly number[]): number[] {
	return whole.filter((session) => {
		const hidden = [0, 1, 2].filter((part) => shown[part]?.includes(session) !== true);
		return hidden.every((part) => some.includes(part)) || !hidden.some((part) => some.includes(part));
	});
}

function always(property: (parts: readonly (readonly SessionCell[])[]) => boolean): boolean {
	fc.assert(fc.property(three, property), { seed: 7, numRuns: 500 });
	return true;
}

describe('siblingSessions', () => {
	test.each([undefined, 2])('gives no small cell away, of any sum of parts, where the secret part is %s', (secret) => {
		expect(
			always((parts) => {
				const whole = shownSessions(parts.flat(), candidates, 11);
				const shown = siblingSessions(parts, whole, 11, [], secret);
				return subsets.every((some) => {
					const known = knownOf(some, shown, whole);
					return known.length === 0 || totalsFit(some.flatMap((part) => parts[part] ?? []), [0, ...known, Infinity], 11);
				});
			}),
		).toBe(true);
	});

	test('never shows the secret part, nor a session that the whole does not show', () => {
		expect(
			always((parts) => {
				const shown = siblingSessions(parts, [2, 4], 11, [], 1);
				return shown[1]?.length === 0 && shown.flat().every((session) => session === 2 || session === 4);
			}),
		).toBe(true);
	});

	test('shows a whole that has one part as it is', () => expect(siblingSessions([[at(1, 20), at(2, 20)]], [1, 2], 11, [])).toEqual([[1, 2]]));
	test('shows large parts at every session', () => expect(siblingSessions([[at(1, 20), at(2, 20)], [at(1, 30), at(2, 12)]], [1, 2], 11, [])).toEqual([[1, 2], [1, 2]]));
	test('shows neither of two parts where one has few', () => expect(siblingSessions([[at(1, 20), at(2, 20)], [at(1, 5), at(2, 12)]], [1, 2], 11, [])).toEqual([[2], [2]]));
	test('shows one of three where the others have enough together', () => {
		expect(siblingSessions([[at(1, 20), at(2, 20)], [at(1, 6), at(2, 20)], [at(1, 7), at(2, 20)]], [1, 2], 11, [])).toEqual([[1, 2], [2], [2]]);
	});
	test('would rather show a wanted session', () => {
		const parts = [[at(1, 12), at(2, 5), at(3, 20)], [at(1, 20), at(2, 20), at(3, 20)]];
		expect([[], [2]].map((wanted) => siblingSessions(parts, [1, 2, 3], 11, wanted)[0])).toEqual([[1, 3], [2, 3]]);
	});
});
