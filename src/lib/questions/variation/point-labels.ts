/** A `must` is named even where that covers something. */
export type Spot = Readonly<{ x: number; y: number; name: string; must: boolean }>;
export type Box = Readonly<{ left: number; right: number; top: number; bottom: number }>;
export type Named = Spot & Readonly<{ dx: number; dy: number; anchor: 'start' | 'middle' | 'end' }>;

const places = [
	{ dx: 9, dy: 0, anchor: 'start' },
	{ dx: -9, dy: 0, anchor: 'end' },
	{ dx: 0, dy: -13, anchor: 'middle' },
	{ dx: 0, dy: 13, anchor: 'middle' },
	{ dx: 8, dy: -11, anchor: 'start' },
	{ dx: 8, dy: 11, anchor: 'start' },
	{ dx: -8, dy: -11, anchor: 'end' },
	{ dx: -8, dy: 11, anchor: 'end' },
] as const;

/** Where names stand beside their spots, in pixels: within `width`, clear of one another and of all `spots`, and of `lines` too where that is possible. */
export function pointLabels(named: readonly Spot[], spots: readonly Spot[], lines: readonly Box[], width: number): Named[] {
	const taken: Box[] = spots.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
	return named.flatMap((spot) => {
		const inside = places.map((place) => ({ ...spot, ...place })).filter((each) => boxOf(each).left >= 0 && boxOf(each).right <= width);
		const free = inside.filter((each) => clearOf(taken, each));
		const chosen = free.find((each) => clearOf(lines, each)) ?? free[0] ?? (spot.must ? (inside[0] ?? { ...spot, ...places[0] }) : undefined);
		if (chosen === undefined) return [];
		taken.push(boxOf(chosen));
		return [chosen];
	});
}

function clearOf(boxes: readonly Box[], label: Named): boolean {
	const own = boxOf(label);
	return !boxes.some((box) => box.left < own.right && own.left < box.right && box.top < own.bottom && own.top < box.bottom);
}

function boxOf({ x, y, name, dx, dy, anchor }: Named): Box {
	const length = name.length * 6.7;
	const left = x + dx - (anchor === 'start' ? 0 : anchor === 'middle' ? length / 2 : length);
	return { left, right: left + length, top: y + dy - 7, bottom: y + dy + 7 };
}
