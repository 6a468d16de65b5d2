import { boundsFrom, type Derived } from './derived-cells.ts';
import type { Fact } from './facts.ts';

/** What counts a part of what something else counts, for the same patients. */
const within: readonly (readonly [RegExp, (part: string) => string])[] = [
	[/^recovery (.*session=)(\d+)(\]\.n)$/u, (part) => part.replace(/session=(\d+)\]\.n$/u, (_, session: string) => `session=${Number(session) - 1}].n`)],
	[/^response (.*session=)(\d+)(\]\.inCare)$/u, (part) => part.replace(/session=(\d+)\]\.inCare$/u, (_, session: string) => `session=${Number(session) - 1}].inCare`)],
	[/^overview all\.responders\.ofAll\.n$/u, () => 'overview all.episodes'],
	[/^overview all\.responders\.ofFollowed\.n$/u, () => 'overview all.responders.ofAll.n'],
	[/^overview all\.responders\.ofAll\.count$/u, () => 'overview all.responders.ofAll.n'],
	[/^overview all\.responders\.noBetter\.count$/u, () => 'overview all.responders.ofFollowed.n'],
	[/^overview all\.completion\.n$/u, () => 'overview all.episodes'],
	[/^overview all\.completion\.count$/u, () => 'overview all.completion.n'],
];

/** Every cell of 1 to 10 patients that follows as the rest when a part is subtracted from its whole: who left between two visits, who has no first score. */
export function nestedCells(facts: readonly Fact[]): Derived[] {
	return [...new Set(facts.map(({ what }) => what))].flatMap((part) => {
		const whole = within.find(([of]) => of.test(part))?.[1](part);
		const parts = facts.filter(({ what }) => what === part);
		const wholes = facts.filter(({ what }) => what === whole);
		if (whole === undefined || wholes.length === 0) return [];
		const [boundPart, boundWhole] = [boundsFrom(parts), boundsFrom(wholes)];
		return [...new Map(parts.map(({ kinds }) => [kinds.join(), new Set(kinds)])).entries()].flatMap(([key, kinds]) => {
			if (!wholes.some((fact) => fact.kinds.join() === key)) return [];
			const lower = boundWhole(kinds, 'minimize') - boundPart(kinds, 'maximize');
			const upper = boundWhole(kinds, 'maximize') - boundPart(kinds, 'minimize');
			return Math.ceil(lower - 1e-6) >= 1 && Math.floor(upper + 1e-6) <= 10 ? [{ what: `${whole} − ${part}`, lower, upper }] : [];
		});
	});
}
