import type { Pattern } from './mmrm.ts';

/**
 * Patterns of visits as a tree, so that what they begin with is worked out once: a node is a time scored, below the times scored before it.
 *
 * Nodes stand depth first. `depths` counts the times scored up to the node's own, which `times` has. `products` are sums of products of
 * (1, the scores up to there), a lower triangle row by row from `offsets` on, over the episodes scored at these times and no others;
 * `below`, over these and those of the nodes below.
 */
export type VisitTree = Readonly<{ times: Int32Array; depths: Int32Array; offsets: Int32Array; products: Float64Array; below: Float64Array }>;

/**
 * The tree of `patterns`, of scores less `centres` and over `spreads`.
 *
 * `centres` and `spreads` are in the units of the score, one for each time, `spreads` above 0; times past them are left out, and so are
 * patterns of no episodes. Cancels when the centres exceed the spreads by 1e6 and more.
 *
 * R: `crossprod(cbind(1, scale(y, centres, spreads)))` of the episodes of each pattern; in missing-scores.R
 */
export function visitTree(patterns: readonly Pattern[], centres: readonly number[], spreads: readonly number[]): VisitTree {
	const scored = patterns.filter(({ n }) => n > 0);
	const { leaves, ...branches } = grown(scored, centres.length);
	const { places, above, size, ...tree } = depthFirst(branches, centres.length);
	const products = new Float64Array(size);
	scored.forEach((pattern, p) => {
		const place = places[leaves[p]!]!;
		if (place >= 0) addStandardised(products, tree.offsets[place]!, tree.depths[place]!, pattern, centres, spreads);
	});
	const below = products.slice();
	for (let node = above.length - 1; node >= 0; node--) {
		if (above[node]! < 0) continue;
		const from = tree.offsets[node]!;
		const to = tree.offsets[above[node]!]!;
		const shared = (tree.depths[node]! * (tree.depths[node]! + 1)) / 2;
		for (let i = 0; i < shared; i++) below[to + i]! += below[from + i]!;
	}
	return { ...tree, products, below };
}

type Branches = Readonly<{ children: Int32Array; count: number }>;

/** Node 0 is the root, of which there is nothing to tell; entry node · width + time of `children` is 0 where there is none. */
function grown(patterns: readonly Pattern[], width: number): Branches & Readonly<{ leaves: Int32Array }> {
	const most = patterns.reduce((sum, { times }) => sum + times.length, 1);
	const children = new Int32Array(most * width);
	const leaves = new Int32Array(patterns.length);
	let count = 1;
	patterns.forEach(({ times }, p) => {
		let node = 0;
		for (const time of times) {
			if (time >= width) break;
			const at = node * width + time;
			if (children[at] === 0) children[at] = count++;
			node = children[at]!;
		}
		leaves[p] = node;
	});
	return { children, count, leaves };
}

function depthFirst({ children, count }: Branches, width: number) {
	const [times, depths, offsets, above] = [new Int32Array(count - 1), new Int32Array(count - 1), new Int32Array(count - 1), new Int32Array(count - 1)];
	const places = new Int32Array(count).fill(-1);
	let reached = 0;
	let size = 0;
	const visit = (node: number, depth: number): void => {
		for (let time = 0; time < width; time++) {
			const child = children[node * width + time]!;
			if (child === 0) continue;
			const place = reached++;
			places[child] = place;
			times[place] = time;
			depths[place] = depth + 1;
			offsets[place] = size;
			above[place] = places[node]!;
			size += ((depth + 2) * (depth + 3)) / 2;
			visit(child, depth + 1);
		}
	};
	visit(0, 0);
	return { times, depths, offsets, above, places, size };
}

function addStandardised(products: Float64Array, offset: number, depth: number, { times, n, sums, crossProducts }: Pattern, centres: readonly number[], spreads: readonly number[]): void {
	let at = offset;
	products[at++]! += n;
	for (let a = 0; a < depth; a++) {
		const time = times[a]!;
		const centre = centres[time]!;
		const spread = spreads[time]!;
		const sum = sums[a]! - n * centre;
		const row = crossProducts[a]!;
		products[at++]! += sum / spread;
		for (let b = 0; b <= a; b++) {
			const other = times[b]!;
			products[at++]! += (row[b]! - centre * sums[b]! - centres[other]! * sum) / (spread * spreads[other]!);
		}
	}
}
