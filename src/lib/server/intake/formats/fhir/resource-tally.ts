/** Counts resources by their type, and those that are left out by the reason too. */
export type Tally = Readonly<{ read: (type: string) => void; leave: (type: string, reason: string) => void; leaveUnknown: (place: string) => void; notes: (name: string) => string[] }>;

/** A tally of the resources of an export, told as notes. */
export function resourceTally(): Tally {
	const read = new Map<string, number>();
	const left = new Map<string, number>();
	const unknown: string[] = [];
	const count = (counts: Map<string, number>, of: string) => counts.set(of, (counts.get(of) ?? 0) + 1);
	const list = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([of, number]) => `${number} ${of}`);
	return {
		read: (type) => count(read, type),
		leave: (type, reason) => count(left, `${type} ${reason}`),
		leaveUnknown: (place) => unknown.push(place),
		notes: (name) => [
			`${name}: FHIR resources read: ${list(read).join(', ')}`,
			...(left.size === 0 ? [] : [`${name}: FHIR resources left out: ${list(left).join(', ')}`]),
			...unknown.slice(0, 1).map((place) => `${place}: is no FHIR resource and was left out (${unknown.length} such in all): look whether the file is whole`),
		],
	};
}
