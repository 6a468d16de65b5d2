/** Breaks a text into lines of at most `width` pixels, as Inter and fonts like it run; a word that is longer is broken too. */
export function textLines(text: string, width: number, size: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of printed(text).split(/[ \n]+/u).flatMap((each) => pieces(each, width, size))) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && textWidth(longer, size) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return line === '' ? lines : [...lines, line];
}

/** Without what XML cannot hold, and without what turns the direction of the text after it. */
function printed(text: string): string {
	return text.toWellFormed().replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, ' ').trim();
}

function pieces(word: string, width: number, size: number): string[] {
	const parts: string[] = [];
	let part = '';
	for (const letter of word) {
		if (part !== '' && textWidth(part + letter, size) > width) {
			parts.push(part);
			part = '';
		}
		part += letter;
	}
	return part === '' ? parts : [...parts, part];
}

/** A little more than Inter takes, for its heavier weights and for fonts that stand in for it. */
function textWidth(text: string, size: number): number {
	let sum = 0;
	for (const letter of text) sum += letterWidths.find(([letters]) => letters.test(letter))?.[1] ?? 1.05;
	return sum * size;
}

/** In parts of the font size. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
	[/[ijlI.,;:'’!|\u00a0 ]/u, 0.3],
	[/[frt()[\]/·"-]/u, 0.4],
	[/[mwMW@%—]/u, 0.93],
	[/[A-Z≥≤±+=−]/u, 0.72],
	[/\d/u, 0.66],
	[/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{P}]/u, 0.6],
];
