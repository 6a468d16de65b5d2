/** A condition, and the part of it where conditions are parted; '' where they are not. */
export type OfGroup = Readonly<{ condition: string; part: string }>;

/** Finds the rows of a group. */
export function byGroup<Row extends OfGroup>(all: readonly Row[]): (group: OfGroup) => readonly Row[] {
	const name = ({ condition, part }: OfGroup) => `${condition}\n${part}`;
	const found = new Map<string, Row[]>();
	for (const row of all) {
		const rowsSoFar = found.get(name(row));
		if (rowsSoFar === undefined) found.set(name(row), [row]);
		else rowsSoFar.push(row);
	}
	return (group) => found.get(name(group)) ?? [];
}
