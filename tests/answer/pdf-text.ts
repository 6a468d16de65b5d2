import { inflateSync } from 'node:zlib';

/** The text of a PDF that sets it in embedded fonts with a table of what each glyph stands for, and its number of pages. */
export function pdfText(bytes: Uint8Array): Readonly<{ pages: number; text: string }> {
	const file = Buffer.from(bytes).toString('latin1');
	const objects = new Map([...file.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gsu)].map(([, id = '', body = '']) => [id, body] as const));
	const letters = new Map([...file.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = '', id = '']) => [name, lettersOf(objects, id)] as const));
	const contents = [...objects.values()].filter((body) => body.includes('/Type /Page\n')).map((body) => contentOf(objects.get(/\/Contents (\d+) 0 R/u.exec(body)?.[1] ?? '')));
	return { pages: contents.length, text: contents.map((content) => textOf(content, letters)).join('\n') };
}

function lettersOf(objects: ReadonlyMap<string, string>, font: string): readonly string[] {
	const map = contentOf(objects.get(/\/ToUnicode (\d+) 0 R/u.exec(objects.get(font) ?? '')?.[1] ?? ''));
	return [...map.matchAll(/\[((?:<[0-9a-f ]+> ?)+)\]/gu)].flatMap(([, entries = '']) => [...entries.matchAll(/<([0-9a-f ]+)>/gu)].map(([, codes = '']) => String.fromCodePoint(...codes.split(' ').map((code) => Number.parseInt(code, 16)))));
}

function textOf(content: string, letters: ReadonlyMap<string, readonly string[]>): string {
	let font: readonly string[] = [];
	const lines: string[] = [];
	for (const [, name, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gu)) {
		if (name !== undefined) font = letters.get(name) ?? [];
		if (glyphs !== undefined) lines.push([...glyphs.matchAll(/<([0-9a-f]+)>/gu)].flatMap(([, codes = '']) => codes.match(/.{4}/gu) ?? []).map((code) => font[Number.parseInt(code, 16)] ?? '').join(''));
	}
	return lines.join(' ').replaceAll(/\s+/gu, ' ');
}

function contentOf(body: string | undefined): string {
	const stream = /stream\n(.*)\nendstream/su.exec(body ?? '')?.[1];
	return stream === undefined ? '' : inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}
