import type { Codebook } from './schema.ts';

/** Compares two rows by the codebook's order of their conditions and then of their protocols; what it lacks comes last. */
export function codebookOrder({ conditions, protocols }: Codebook): (a: OfCondition, b: OfCondition) => number {
	const condition = placeIn(conditions);
	const protocol = placeIn(protocols);
	return (a, b) => condition(a.condition) - condition(b.condition) || protocol(a.protocol) - protocol(b.protocol);
}

type OfCondition = Readonly<{ condition: string; protocol?: string | undefined }>;

function placeIn(entries: readonly { id: string }[]): (id: string | undefined) => number {
	const places = new Map(entries.map(({ id }, place) => [id, place]));
	return (id) => places.get(id ?? '') ?? entries.length;
}
