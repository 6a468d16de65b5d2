import { solve } from 'yalps';
import type { Fact } from './facts.ts';

/** A set of patients whose number follows from facts, closely enough to be a cell of 1 to 10. */
export type Derived = Readonly<{ what: string; lower: number; upper: number }>;

const largest = 10;
const slack = 1e-6;

/**
 * Every cell of 1 to 10 patients that follows from the facts: differences, intersections and what is left of one after two others, each bounded by all
 * facts on the same thing at once, as a linear program over the kinds of patients that the facts tell apart.
 */
export function derivedCells(facts: readonly Fact[]): Derived[] {
	return [...new Set(facts.map(({ what }) => what))].flatMap((what) => derivedOf(facts.filter((fact) => fact.what === what)));
}

function derivedOf(facts: readonly Fact[]): Derived[] {
	const sets = [...new Map(facts.map((fact) => [fact.kinds.join(), new Set(fact.kinds)])).values()];
	const bound = boundsFrom(facts);
	return targets(sets).flatMap((target) => {
		const upper = bound(target, 'maximize');
		if (!(Math.floor(upper + slack) <= largest)) return [];
		const lower = bound(target, 'minimize');
		return Math.ceil(lower - slack) >= 1 ? [{ what: facts[0]?.what ?? '', lower, upper }] : [];
	});
}

/** The least or the greatest number that a set of kinds can hold, by all facts together. */
export function boundsFrom(facts: readonly Fact[]): (target: ReadonlySet<number>, direction: 'maximize' | 'minimize') => number {
	const all = [...new Set(facts.flatMap(({ kinds }) => kinds))];
	const holding = facts.map(({ kinds }) => new Set(kinds));
	const toldApart = new Map(all.map((kind) => [kind, holding.map((set) => (set.has(kind) ? '1' : '0')).join('')]));
	const groups = [...new Set(toldApart.values())].map((key) => all.filter((kind) => toldApart.get(kind) === key));
	const constraints = Object.fromEntries(facts.map(({ lower, upper }, place) => [`f${place}`, { min: lower, max: upper }]));
	return (target, direction) => {
		const variables = Object.fromEntries(
			groups.map((group, place) => {
				const inside = Object.fromEntries(holding.flatMap((set, fact) => (set.has(group[0] ?? -1) ? [[`f${fact}`, 1]] : [])));
				return [`x${place}`, { ...inside, target: target.has(group[0] ?? -1) ? 1 : 0 }];
			}),
		);
		const { status, result } = solve({ direction, objective: 'target', constraints, variables });
		if (status === 'unbounded') return Infinity;
		if (status !== 'optimal') throw new Error(`facts that contradict each other: ${status}`);
		return result;
	};
}

function targets(sets: readonly ReadonlySet<number>[]): ReadonlySet<number>[] {
	const found = new Map<string, ReadonlySet<number>>();
	const add = (set: ReadonlySet<number>) => set.size > 0 && found.set([...set].sort((a, b) => a - b).join(), set);
	for (const one of sets) {
		add(one);
		for (const other of sets) {
			const rest = without(one, other);
			add(without(one, without(one, other)));
			add(rest);
			for (const third of sets) if (third.size < rest.size) add(without(rest, third));
		}
	}
	return [...found.values()];
}

function without(one: ReadonlySet<number>, other: ReadonlySet<number>): ReadonlySet<number> {
	return new Set([...one].filter((kind) => !other.has(kind)));
}
