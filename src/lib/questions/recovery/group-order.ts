import type { Codebook } from '#lib/codebook/schema.ts';
import type { Filters } from '../answer.ts';

/** A condition, and the part of it where conditions are parted; '' where they are not. */
type Part = Readonly<{ condition: string; part: string }>;

/** Compares groups by the codebook's order of their conditions, and of what these are parted by; clinics by name, and what is unknown last. */
export function groupOrder({ conditions, protocols, chronicity }: Codebook, by: Filters['by']): (a: Part, b: Part) => number {
	const condition = placeIn(conditions);
	const part = placeIn(by === 'protocol' ? protocols : by === 'chronicity' ? chronicity : []);
	return (a, b) => condition(a.condition) - condition(b.condition) || part(a.part) - part(b.part) || known(a) - known(b) || (a.part < b.part ? -1 : 1);
}

function placeIn(entries: readonly { id: string }[]): (id: string) => number {
	const places = new Map(entries.map(({ id }, place) => [id, place]));
	return (id) => places.get(id) ?? entries.length;
}

function known({ part }: Part): number {
	return part === 'not-recorded' ? 1 : 0;
}
