import type { JudgedClaim } from '#lib/questions/claims/result.ts';
import { isTellable } from '#lib/questions/tellable.ts';

/** Where evidence can be built of what a claim is tested by, or stands beside; null where the question is none to print of. */
export function builderOf({ tests, beside }: Pick<JudgedClaim, 'tests' | 'beside'>): string | null {
	const found = [...tests, ...beside].find(({ question }) => isTellable(question));
	return found === undefined ? null : `/evidence/build?${new URLSearchParams([['question', found.question], ...new URLSearchParams(found.search)]).toString()}`;
}
