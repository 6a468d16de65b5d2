/** Pieces of a partition with how many episodes and patients are in each; `within` are the sets that it is in. */
type Cut = readonly Readonly<{ within: readonly number[]; episodes: number; patients: number }>[];

/** A set of patients that two partitions both tell of, with how many were in it before and are now. */
export type Known = Readonly<{ before: Size; now: Size }>;

type Size = Readonly<{ episodes: number; patients: number }>;

/**
 * The smallest sets of patients that can be put together both from the pieces told of then and from those told of now. `joint` cuts
 * today's episodes by the sets of then, `then` of each of its pieces, and by those of now.
 */
export function knownInBoth(before: Cut, joint: readonly (Size & Readonly<{ then: string; now: string }>)[]): Known[] {
	const groups: Readonly<{ then: ReadonlySet<string>; now: ReadonlySet<string> }>[] = [];
	for (const piece of joint) {
		const touching = groups.filter((group) => group.then.has(piece.then) || group.now.has(piece.now));
		const merged = { then: new Set([piece.then, ...touching.flatMap((group) => [...group.then])]), now: new Set([piece.now, ...touching.flatMap((group) => [...group.now])]) };
		groups.splice(0, groups.length, ...groups.filter((group) => !touching.includes(group)), merged);
	}
	const gone = before.filter(({ within }) => !joint.some((piece) => piece.then === within.join(' ')));
	return [
		...groups.map((group) => ({ before: total(before.filter(({ within }) => group.then.has(within.join(' ')))), now: total(joint.filter((piece) => group.now.has(piece.now))) })),
		...gone.map((piece) => ({ before: piece, now: { episodes: 0, patients: 0 } })),
	];
}

function total(sizes: readonly Size[]): Size {
	return sizes.reduce((sum, { episodes, patients }) => ({ episodes: sum.episodes + episodes, patients: sum.patients + patients }), { episodes: 0, patients: 0 });
}
