/** The column of a reference such as AB12, counted from 0. */
export function columnNumber(reference: string): number {
	const letters = /^\$?([A-Z]+)/u.exec(reference.toUpperCase())?.[1] ?? '';
	return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The letters of a column counted from 0. */
export function columnLetters(column: number): string {
	const rest = Math.floor(column / 26);
	return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
