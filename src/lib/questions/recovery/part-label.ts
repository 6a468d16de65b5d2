import type { Codebook } from '#lib/codebook/schema.ts';
import type { RecoveryGroup } from './result.ts';

/** What the part of a condition is called: a clinic by its own code, else the word of the codebook. Null where conditions are not parted. */
export function partLabel({ protocol, clinic, chronicity }: RecoveryGroup, { protocols, chronicity: durations }: Codebook): string | null {
	const part = protocol ?? clinic ?? chronicity ?? null;
	if (part === null) return null;
	const entries = protocol === undefined ? (chronicity === undefined ? [] : durations) : protocols;
	return entries.find(({ id }) => id === part)?.label ?? (part === 'not-recorded' ? 'not recorded' : part);
}
