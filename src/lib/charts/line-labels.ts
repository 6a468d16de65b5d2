import * as Plot from '@observablehq/plot';
import type { Measure } from '#lib/codebook/schema.ts';
import type { Size } from './drawing.ts';
import { decimal } from './number.ts';
import { perPixel, step, text, type Frame } from './theme.ts';

type Place = Readonly<{ session: number; value: number; lower: number; upper: number }>;
export type Line = Readonly<{ name: readonly string[]; colour: string; places: readonly Place[] }>;
type Label = Readonly<{ line: Line; words: readonly string[]; end: Place; at: number }>;

/** Names lines and their last values where they stand: beside their ends on a wide chart, above and below on a narrow one. */
export function lineLabels(lines: readonly Line[], measure: Measure, size: Size, frame: Frame, last: number, one = 'session'): Plot.Markish[] {
	return size === 'wide' ? labelsBeside(lines, measure, frame, last, one) : labelsAround(lines, frame, last, one);
}

/** Names lines beside the panel, at the height of their ends, with the last value; moved apart until they do not touch. */
export function labelsBeside(lines: readonly Line[], measure: Measure, frame: Frame, last: number, one = 'session'): Plot.Markish[] {
	const named = endsOf(lines, one);
	const tallest = Math.max(...named.map(({ words }) => words.length));
	const labels = apart(named, (tallest * 15 + 10) * perPixel(frame, measure));
	const edge = Math.max(last, 2) + 0.5;
	const digits = Math.max(...labels.map(({ end }) => decimal(end.value).length));
	return labels.flatMap(({ line, words, end, at }) => [
		Plot.link([end], { x1: (place: Place) => place.session + 8 / step(frame, last), y1: 'value', x2: edge, y2: at, stroke: 'var(--ink-3)', strokeWidth: 1, strokeDasharray: '1 3' }),
		Plot.text([end], { x: edge, y: at, text: (place: Place) => decimal(place.value), dx: 6, textAnchor: 'start', fontSize: text.large, fontWeight: 650, fill: line.colour }),
		Plot.text([words.join('\n')], { x: edge, y: at, dx: 13 + digits * 11, textAnchor: 'start', fontSize: text.normal, fontWeight: 500, lineHeight: 1.18, fill: line.colour }),
	]);
}

/** Names lines above the upper and below the lower one, clear of all intervals, for want of room beside them; a line without a name stays unnamed. */
function labelsAround(lines: readonly Line[], frame: Frame, last: number, one: string): Plot.Markish[] {
	const ends = endsOf(lines, one).filter(({ line }) => line.name.length > 0);
	const common = Math.min(...ends.map(({ end }) => end.session));
	const height = ({ line, at }: Label) => line.places.find(({ session }) => session === common)?.value ?? at;
	return ends
		.sort((a, b) => height(b) - height(a))
		.map(({ line, words, end }, index) => {
			const above = index === 0;
			const name = `${decimal(end.value)} ${words.join('\n')}`;
			const wide = (Math.max(...name.split('\n').map((each) => each.length)) * 7) / step(frame, last);
			const room = end.session >= wide;
			const under = lines.flatMap((each) => each.places).filter(({ session }) => session >= (room ? end.session - wide : 0) && session <= Math.max(end.session, wide) + 0.4);
			const clear = above ? Math.max(...under.map((place) => place.upper)) : Math.min(...under.map((place) => place.lower));
			return Plot.text([name], {
				x: room ? end.session + 0.4 : 0.6,
				y: clear,
				dy: above ? -7 : 7,
				lineAnchor: above ? 'bottom' : 'top',
				textAnchor: room ? 'end' : 'start',
				fontSize: text.normal,
				fontWeight: 600,
				lineHeight: 1.15,
				fill: line.colour,
			});
		});
}

/** Breaks a name into lines of some 20 characters. */
export function wrapped(name: string): string[] {
	return name.split(' ').reduce<string[]>((lines, word) => {
		const line = lines.at(-1);
		return line === undefined || line.length + word.length >= 22 ? [...lines, word] : [...lines.slice(0, -1), `${line} ${word}`];
	}, []);
}

/** Where lines end at different sessions, each label says at which; `one` is what a session is called. */
function endsOf(lines: readonly Line[], one: string): Label[] {
	const ended = lines.flatMap((line) => {
		const end = line.places.at(-1);
		return end === undefined ? [] : [{ line, end, at: end.value }];
	});
	const together = ended.every(({ end }) => end.session === ended[0]?.end.session);
	return ended.map((each) => ({ ...each, words: together ? each.line.name : [...each.line.name, `at ${one} ${each.end.session}`] }));
}

/** Moves labels the least that leaves `gap` between neighbours. */
function apart(labels: readonly Label[], gap: number): Label[] {
	const placed = [...labels].sort((a, b) => a.at - b.at);
	for (let pass = 0; pass < 50; pass++) {
		for (let index = 1; index < placed.length; index++) {
			const [below, above] = [placed[index - 1], placed[index]];
			if (below === undefined || above === undefined) continue;
			const short = gap - (above.at - below.at);
			if (short <= 1e-9) continue;
			placed[index - 1] = { ...below, at: below.at - short / 2 };
			placed[index] = { ...above, at: above.at + short / 2 };
		}
	}
	return placed;
}
