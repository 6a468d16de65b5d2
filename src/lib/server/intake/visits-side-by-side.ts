/** What headers say that number the visits of a row, as pain_1 to pain_4 do; undefined where none do. */
export function visitsSideBySide(headers: readonly string[]): string | undefined {
	const numbered = headers.flatMap((header) => {
		const [, name, number] = /^(.*\p{L}.*?)[\s._-]*([0-9]{1,2})$/u.exec(header.trim()) ?? [];
		return name === undefined ? [] : [{ header, name: name.toLowerCase(), number: Number(number) }];
	});
	const series = numbered.map(({ name }) => numbered.filter((other) => other.name === name)).find((group) => group.length >= 3 && new Set(group.map(({ number }) => number)).size === group.length);
	const [first] = series ?? [];
	if (series === undefined || first === undefined) return undefined;
	return `${first.header} to ${series.at(-1)?.header ?? ''} seem to be visits side by side: write each visit on a row of its own`;
}
