import { escaped } from './escaped.ts';
import { lightColour } from './light-colours.server.ts';
import { textLines } from './text-lines.ts';

/** `gap` is the room above it; `colour` a custom property of `app.css`. */
export type Paragraph = Readonly<{ text: string; size: number; weight?: number; colour: string; gap: number }>;

type Column = Readonly<{ x: number; y: number; width: number; until?: number }>;

const leading = 1.38;

/** Sets paragraphs below one another in a column; what would run past `until` ends earlier, in an ellipsis. */
export function setText(paragraphs: readonly Paragraph[], { x, y, width, until = Infinity }: Column): { svg: string; bottom: number } {
	const lines: string[] = [];
	let bottom = y;
	for (const { text, size, weight = 400, colour, gap } of paragraphs) {
		const all = textLines(text, width, size);
		if (all.length === 0) continue;
		const high = size * leading;
		const fitting = Math.max(0, Math.min(all.length, Math.floor((until - bottom - gap) / high)));
		bottom += gap;
		for (const line of fitting < all.length ? shortened(text, all, fitting, { width, size }) : all) {
			lines.push(`<text x="${x}" y="${(bottom + size * 1.05).toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${lightColour(colour)}">${markup(line)}</text>`);
			bottom += high;
		}
		if (fitting < all.length) break;
	}
	return { svg: lines.join('\n'), bottom };
}

/** A text inside markup: no character of it means anything there. */
export function markup(text: string): string {
	return escaped(text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
}

/** As many whole clauses as fit, so that no number loses its end; a text of one clause is cut. */
function shortened(text: string, all: readonly string[], most: number, { width, size }: Readonly<{ width: number; size: number }>): readonly string[] {
	const ends = [...text.matchAll(/[.;](?=\s)/gu)].map(({ index }) => index + 1);
	if (ends.length === 0) return most < 2 ? [] : [...all.slice(0, most - 1), '…'];
	const clauses = ends.map((end) => textLines(`${text.slice(0, end)} …`, width, size));
	return clauses.findLast(({ length }) => length <= most) ?? [];
}
