import { identifiers, type Identifier } from '#lib/codebook/identifiers.ts';

/** The identifier with an id that is known to be among them. */
export function identifierNamed(id: string): Identifier {
	const found = identifiers.find((identifier) => identifier.id === id);
	if (found === undefined) throw new Error(`data/codebook/identifiers.json must have an entry ${id}`);
	return found;
}
