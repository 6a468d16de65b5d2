import type { Codebook } from '#lib/codebook/schema.ts';
import type { ComparisonResult } from './result.ts';

/** The trial, as the codebook cites it, in which all that are compared were given their protocol by lot; undefined where one was not. */
export function trialOf({ conditions }: ComparisonResult, { protocols }: Codebook): string | undefined {
	const compared = conditions.flatMap(({ sides }) => sides ?? []);
	const [trial, ...others] = compared.map(({ protocol }) => protocols.find(({ id }) => id === protocol)?.randomisedIn);
	return others.every((other) => other === trial) ? trial : undefined;
}
