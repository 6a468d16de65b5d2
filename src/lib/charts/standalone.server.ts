import { parseHTML } from 'linkedom';
import type { Drawing, Drawings } from './drawing.ts';
import { colourLight, lightColour } from './light-colours.server.ts';
import { markup, setText, type Paragraph } from './set-text.server.ts';
import { syntheticWarning } from './synthetic-warning.ts';

/** A drawing and all that must stand beside it where the page does not; `fine` is what can be set smaller. */
export type Captioned = Readonly<{
	title: string;
	subtitle: string;
	drawings: Drawings;
	inWords: string;
	notes: readonly string[];
	fine: readonly string[];
	synthetic: boolean;
}>;

/** `page` is as high as it must be; `card` is the size that social networks show; `bare` is for a page that says the words itself. */
export type Shape = 'page' | 'card' | 'bare';

const { DOMParser } = parseHTML('');
const margin = 32;
const card = { width: 1200, height: 630, words: 290 } as const;

/** A figure as an SVG that needs nothing from elsewhere: no style sheet, no script, no font. */
export function standalone(figure: Captioned, shape: Shape): string {
	const { width, height, body } = shapes[shape](figure);
	const described = [...(figure.synthetic ? [syntheticWarning] : []), figure.inWords, ...figure.notes, ...figure.fine].join(' ');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" font-family="Inter, 'Inter Variable', 'Helvetica Neue', Arial, sans-serif">`,
		`<title id="title">${markup(figure.title)}</title><desc id="desc">${markup(described)}</desc>`,
		`<rect width="${width}" height="${height}" fill="${lightColour('surface')}"/>`,
		...body,
		'</svg>\n',
	].join('\n');
}

const shapes = { page: asPage, card: asCard, bare: asBare } as const;

function asBare({ drawings }: Captioned) {
	const drawing = drawings.wide ?? drawings.narrow;
	return { width: drawing.width, height: drawing.height, body: [placed(drawing, 0, 0, 1)] };
}

function asPage(figure: Captioned) {
	const drawing = figure.drawings.wide ?? figure.drawings.narrow;
	const inner = Math.max(drawing.width, 560);
	const band = banner(figure, inner + 2 * margin);
	const head = setText(heading(figure), { x: margin, y: band.bottom + margin - 6, width: inner });
	const picture = placed(drawing, margin, head.bottom + 14, 1);
	const words = setText([{ text: figure.inWords, size: 14, colour: 'ink', gap: 8 }, ...figure.notes.map((text) => ({ text, size: 12.5, colour: 'ink-2', gap: 3 }))], { x: margin, y: head.bottom + 14 + drawing.height + 18, width: inner });
	const fine = setText(figure.fine.map((text) => ({ text, size: 11.5, colour: 'ink-2', gap: 3 })), { x: margin, y: words.bottom + 22, width: inner });
	const rule = `<path d="M${margin},${words.bottom + 10}h${inner}" stroke="${lightColour('rule')}"/>`;
	return { width: inner + 2 * margin, height: Math.ceil(fine.bottom + 20), body: [band.svg, head.svg, picture, words.svg, rule, fine.svg] };
}

function asCard(figure: Captioned) {
	const band = banner(figure, card.width);
	const top = band.bottom + 28;
	const x = card.width - 24;
	const room = { width: x - card.words - margin - 24, height: card.height - top - 20 };
	const fine = figure.fine.map((text) => ({ text, size: 11.5, colour: 'ink-2', gap: 3 }));
	const foot = setText(fine.slice(-3), { x: margin, y: 0, width: card.words });
	const below = card.height - 18 - foot.bottom;
	const words = setText([...heading(figure), { text: figure.inWords, size: 13.5, colour: 'ink', gap: 10 }, { text: figure.notes.at(-1) ?? '', size: 12, colour: 'ink-2', gap: 8 }], { x: margin, y: top, width: card.words, until: below - 14 });
	const { drawing, scale } = largest(figure.drawings, room);
	const picture = placed(drawing, x - room.width + (room.width - drawing.width * scale) / 2, top + (room.height - drawing.height * scale) / 2, scale);
	return { width: card.width, height: card.height, body: [band.svg, words.svg, picture, `<g transform="translate(0,${below})">${foot.svg}</g>`] };
}

function heading({ title, subtitle }: Captioned): Paragraph[] {
	return [
		{ text: title, size: 20, weight: 600, colour: 'ink', gap: 6 },
		{ text: subtitle, size: 13.5, colour: 'ink-2', gap: 4 },
	];
}

function banner({ synthetic }: Captioned, width: number) {
	if (!synthetic) return { svg: '', bottom: 0 };
	const said = setText([{ text: syntheticWarning, size: 12.5, weight: 600, colour: 'notice-ink', gap: 0 }], { x: margin, y: 7, width: width - 2 * margin });
	const bottom = Math.ceil(said.bottom + 7);
	return { svg: `<rect width="${width}" height="${bottom}" fill="${lightColour('notice')}"/>\n${said.svg}`, bottom };
}

function largest({ wide, narrow }: Drawings, room: Readonly<{ width: number; height: number }>) {
	const fitting = [narrow, ...(wide === null ? [] : [wide])].map((drawing) => ({ drawing, scale: Math.min(1.6, room.width / drawing.width, room.height / drawing.height) }));
	return fitting.reduce((best, each) => (each.scale * each.drawing.width > best.scale * best.drawing.width ? each : best));
}

/** What `.plot` in `app.css` gives a drawing on a page, this gives it here. Few programs know weights between the hundreds. */
function placed({ svg }: Drawing, x: number, y: number, scale: number): string {
	const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
	colourLight(root);
	for (const name of ['class', 'data-row']) for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
	for (const element of root.querySelectorAll('[font-weight]')) element.setAttribute('font-weight', String(Math.round(Number(element.getAttribute('font-weight')) / 100) * 100));
	const parts = [...root.children].map((child) => child.toString()).join('');
	return `<g transform="translate(${x.toFixed(1)},${y.toFixed(1)}) scale(${scale.toFixed(4)})" fill="${lightColour('ink')}" font-size="16" text-anchor="middle" xml:space="preserve">${parts}</g>`;
}
