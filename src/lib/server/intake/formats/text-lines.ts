const most = 16 * 1024 * 1024;

/** A line of a text and its number. */
export type TextLine = Readonly<{ line: number; text: string }>;

/** The lines of a text that are not blank. */
export async function* textLines(parts: AsyncIterable<string>): AsyncGenerator<TextLine> {
	let before = '';
	let line = 0;
	for await (const part of parts) {
		const lines = (before + part).split('\n');
		before = lines.pop() ?? '';
		if (before.length > most) throw new Error(`has a line of more than 16 MB, line ${line + lines.length + 1}: check that each line is one record`);
		for (const text of lines) {
			line += 1;
			if (text.trim() !== '') yield { line, text };
		}
	}
	if (before.trim() !== '') yield { line: line + 1, text: before };
}
