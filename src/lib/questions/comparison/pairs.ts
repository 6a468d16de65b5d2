import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import type { Codebook } from '#lib/codebook/schema.ts';

type Counted = Readonly<{ condition: string; protocol: string; episodes: number }>;

/** The two recorded protocols of most episodes, in the codebook's order, so that a difference has one direction in all conditions. */
export function pairOf(sides: readonly Counted[], codebook: Codebook): readonly [string, string] | null {
	const recorded = sides.filter(({ protocol }) => protocol !== notRecorded);
	const [a, b] = recorded.sort((one, other) => other.episodes - one.episodes || (one.protocol < other.protocol ? -1 : 1));
	if (a === undefined || b === undefined) return null;
	return codebookOrder(codebook)(a, b) <= 0 ? [a.protocol, b.protocol] : [b.protocol, a.protocol];
}

const notRecorded = 'not-recorded';
