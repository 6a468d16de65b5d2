const units = new Map([['', 1], ['KB', 1e3], ['MB', 1e6], ['GB', 1e9], ['TB', 1e12]]);

/** How many bytes a size such as 500MB is; NaN where it is none. */
export function bytesSaid(size: string): number {
	const [, number = 'none', unit = ''] = /^([0-9]{1,6}(?:\.[0-9]+)?) ?([KMGT]B)?$/iu.exec(size.trim()) ?? [];
	return Number(number) * (units.get(unit.toUpperCase()) ?? NaN);
}
