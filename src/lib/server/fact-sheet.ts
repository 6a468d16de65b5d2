import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Evidence } from '#lib/evidence/evidence.ts';
import { factSheetWords } from '#lib/evidence/fact-sheet-words.ts';
import { png } from './png.ts';

type Page = PDFKit.PDFDocument;
type Words = ReturnType<typeof factSheetWords>;
type Paragraph = Readonly<{ text: string; size: number; bold?: true; colour?: string; gap: number }>;
type Column = Readonly<{ x: number; width: number }>;

const { resolve } = createRequire(import.meta.url);
const fonts = { plain: '400Regular', bold: '600SemiBold' } as const;
const sheet = { width: 595.28, height: 841.89, edge: 40 } as const;
const whole = { x: sheet.edge, width: sheet.width - 2 * sheet.edge } as const;
const left = { x: whole.x, width: whole.width * 0.5 - 12 } as const;
const right = { x: whole.x + whole.width * 0.5 + 12, width: whole.width * 0.5 - 12 } as const;
const ink = '#15211f';
const quiet = '#4b5956';
const rule = '#cdd1c9';
const careHeight = 190;
const figureHeight = 150;
const dots = 2_000_000;

/** Evidence on one page of A4: the sentence, the figure, its numbers, how they were made and what to beware of. The same evidence gives the same bytes. */
export async function factSheet(evidence: Evidence): Promise<Uint8Array<ArrayBuffer>> {
	const words = factSheetWords(evidence);
	const published = new Date(evidence.snapshot.publishedAt);
	const page = new PDFDocument({ size: 'A4', margin: 0, lang: 'en', displayTitle: true, info: { Title: evidence.title, Creator: 'Needlepoint', Producer: 'Needlepoint', CreationDate: published, ModDate: published } });
	const written = bytesOf(page);
	for (const [name, weight] of Object.entries(fonts)) page.registerFont(name, resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`));
	const source = [{ text: words.source, size: 7, colour: quiet, gap: 0 }];
	const end = sheet.height - 28 - heightOf(page, source, whole);
	const top = head(page, words);
	const below = Math.max(numbersHeight(page, words.keyNumbers), Math.min(careHeight, heightOf(page, careOf(words), right)));
	const bottom = await figureOf(page, evidence, { top, room: end - 14 - below - 14 - top });
	numbers(page, words.keyNumbers, bottom + 14);
	set(page, fitting(page, careOf(words), right, end - 14 - bottom - 14), right, bottom + 14);
	page.moveTo(whole.x, end - 5).lineTo(whole.x + whole.width, end - 5).lineWidth(0.5).stroke(rule);
	set(page, source, whole, end);
	page.end();
	return written;
}

function bytesOf(page: Page): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Buffer[] = [];
	return new Promise((finish, fail) => {
		page.on('data', (chunk: Buffer) => chunks.push(chunk));
		page.on('end', () => finish(new Uint8Array(Buffer.concat(chunks))));
		page.on('error', fail);
	});
}

function head(page: Page, { warning, title, subtitle, sentence }: Words): number {
	const banner = warning === null ? [] : [{ text: warning, size: 8.5, bold: true as const, colour: '#4d3600', gap: 0 }];
	const high = warning === null ? 0 : heightOf(page, banner, whole) + 14;
	page.rect(0, 0, sheet.width, high).fill('#f8e6b9');
	set(page, banner, whole, 7);
	const said = set(page, [{ text: title, size: 15, bold: true, gap: 0 }, { text: subtitle, size: 9, colour: quiet, gap: 3 }], whole, high + 22);
	const quoted = { x: whole.x + 11, width: whole.width - 11 };
	const bottom = set(page, [{ text: sentence, size: 10, gap: 10 }], quoted, said);
	page.rect(whole.x, said + 11, 2.5, bottom - said - 11).fill('#0b5a66');
	return bottom + 10;
}

/** The figure as large as the room allows, in the middle. */
async function figureOf(page: Page, { drawing, alt }: Evidence, { top, room }: Readonly<{ top: number; room: number }>): Promise<number> {
	const [, wide = 1, high = 1] = (/width="(\d+)" height="(\d+)"/u.exec(drawing) ?? []).map(Number);
	const image = Buffer.from(await png(drawing, Math.min(3, Math.sqrt(dots / (wide * high)))));
	const scale = Math.min(whole.width / wide, Math.max(figureHeight, room) / high);
	const [width, height] = [wide * scale, high * scale];
	page.addStructure(page.struct('Figure', { alt }, () => void page.image(image, whole.x + (whole.width - width) / 2, top, { width, height })));
	return top + height;
}

function numbers(page: Page, keyNumbers: Words['keyNumbers'], top: number): void {
	let y = set(page, [{ text: 'Key numbers', size: 9, bold: true, gap: 0 }], left, top) + 2;
	for (const { label, text } of keyNumbers) {
		const [name, value] = cells(label, text);
		page.moveTo(left.x, y + 2).lineTo(left.x + left.width, y + 2).lineWidth(0.4).stroke(rule);
		y = Math.max(set(page, [name], nameColumn, y + 3), set(page, [value], valueColumn, y + 3));
	}
}

function numbersHeight(page: Page, keyNumbers: Words['keyNumbers']): number {
	return keyNumbers.reduce((sum, { label, text }) => {
		const [name, value] = cells(label, text);
		return sum + 3 + Math.max(heightOf(page, [name], nameColumn), heightOf(page, [value], valueColumn));
	}, 15);
}

const nameColumn = { x: left.x, width: left.width * 0.54 } as const;
const valueColumn = { x: left.x + left.width * 0.58, width: left.width * 0.42 } as const;

function cells(label: string, text: string): readonly [Paragraph, Paragraph] {
	return [{ text: label, size: 7.5, colour: quiet, gap: 1 }, { text, size: 7.5, bold: true, gap: 1 }];
}

function careOf({ care }: Words): Paragraph[] {
	return care.filter(({ lines }) => lines.length > 0).flatMap(({ head: text, lines }, place) => [{ text, size: 9, bold: true as const, gap: place === 0 ? 0 : 5 }, ...lines.map((line) => ({ text: line, size: 7.2, colour: quiet, gap: 2 }))]);
}

/** As many whole paragraphs as there is room for, no heading last. */
function fitting(page: Page, paragraphs: readonly Paragraph[], column: Column, room: number): readonly Paragraph[] {
	let taken = 0;
	while (taken < paragraphs.length && heightOf(page, paragraphs.slice(0, taken + 1), column) <= room) taken += 1;
	while (paragraphs[taken - 1]?.bold === true) taken -= 1;
	return paragraphs.slice(0, taken);
}

function heightOf(page: Page, paragraphs: readonly Paragraph[], { width }: Column): number {
	return paragraphs.reduce((sum, paragraph) => sum + paragraph.gap + font(page, paragraph).heightOfString(paragraph.text, { width }), 0);
}

/** Sets paragraphs below one another, and gives where they end. */
function set(page: Page, paragraphs: readonly Paragraph[], { x, width }: Column, top: number): number {
	let y = top;
	for (const paragraph of paragraphs) {
		const { text, colour = ink, gap } = paragraph;
		font(page, paragraph).fillColor(colour).text(text, x, y + gap, { width });
		y += gap + page.heightOfString(text, { width });
	}
	return y;
}

function font(page: Page, { size, bold }: Paragraph): Page {
	return page.font(bold === true ? 'bold' : 'plain').fontSize(size);
}
