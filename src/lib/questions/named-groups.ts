import { withheld } from '#lib/charts/withheld.ts';
import type { Codebook } from '#lib/codebook/schema.ts';

/** `notEstimable` is why there is nothing to draw, or null where there is, or it is withheld. */
type Group = Readonly<{ condition: string; protocol?: string; notEstimable: string | null }>;

/** A group and what it is called. */
export type NamedGroup<Each> = Readonly<{ group: Each; name: string }>;

/** Groups in the words of the codebook; the condition is said only where protocols of several are shown. */
export function namedGroups<Each extends Group>(groups: readonly Each[], codebook: Codebook): NamedGroup<Each>[] {
	const several = new Set(groups.map(({ condition }) => condition)).size > 1;
	return groups.map((group) => {
		const condition = codebook.conditions.find(({ id }) => id === group.condition)?.label ?? group.condition;
		const protocol = codebook.protocols.find(({ id }) => id === group.protocol)?.label ?? group.protocol;
		return { group, name: protocol === undefined ? condition : several ? `${condition}: ${protocol}` : protocol };
	});
}

/** Sentences on the groups of which nothing is drawn, and why. */
export function undrawnNotes<Each extends Group>(all: readonly NamedGroup<Each>[], drawn: readonly NamedGroup<Each>[]): string[] {
	const missing = all.filter(({ group }) => !drawn.some((each) => each.group === group));
	const secret = missing.filter(({ group }) => group.notEstimable === null).map(({ name }) => name);
	const reasons = missing.flatMap(({ group, name }) => (group.notEstimable === null ? [] : [`${name}: ${group.notEstimable}.`]));
	return [...(secret.length === 0 ? [] : [`Not drawn, ${withheld}: ${secret.join('; ')}.`]), ...reasons];
}
