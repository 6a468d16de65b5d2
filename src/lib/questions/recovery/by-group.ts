/** The number of a group: a condition, or a part of one where conditions are parted. */
export type OfGroup = Readonly<{ group: number }>;

/** Finds the rows of a group. */
export function byGroup<Row extends OfGroup>(all: readonly Row[]): (group: OfGroup) => readonly Row[] {
	const found = new Map<number, Row[]>();
	for (const row of all) {
		const rowsSoFar = found.get(row.group);
		if (rowsSoFar === undefined) found.set(row.group, [row]);
		else rowsSoFar.push(row);
	}
	return ({ group }) => found.get(group) ?? [];
}
