import type { Judged } from '#lib/questions/claims/result.ts';
import { sha256 } from '../sha256.ts';

/** The hash of what a claim asks: its words, its figures and the ranges; not of what the records answered. */
export function claimTerms({ sentence, design, reading, tests, beside }: Judged): string {
	const figures = [...tests.map(({ label, question, search, from, to }) => [label, question, search, from, to]), ...beside.map(({ label, question, search }) => [label, question, search])];
	return sha256(JSON.stringify([sentence, design, reading, figures]));
}
