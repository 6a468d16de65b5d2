import fc from 'fast-check';
import type { SessionCell } from '#lib/server/disclosure/totals-fit.ts';

/** Some episodes that responded or ended at sessions 1 to 8, each of another patient. */
export const cells = fc.array(
	fc.record({ session: fc.integer({ min: 1, max: 8 }), state: fc.constantFrom('responded', 'ended'), n: fc.integer({ min: 1, max: 30 }) }).map((each): SessionCell => ({ ...each, patients: each.n })),
	{ maxLength: 16 },
);

export function at(session: number, n: number): SessionCell {
	return { session, state: 'responded', n, patients: n };
}
