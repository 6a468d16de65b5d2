import * as Plot from '@observablehq/plot';
import { step, text, type Frame } from './theme.ts';

/** `figure` is the number in words, `words` what it is the share of, `at` its place on a scale from 0 to 1. */
export type ShareLabel = Readonly<{ figure: string; words: string; colour: string; session: number; at: number }>;

/** Names shares to the right of the frame, led there from where they stand, in their order and apart. */
export function shareLabels(labels: readonly ShareLabel[], frame: Frame, last: number): Plot.Markish[] {
	const edge = Math.max(last, 2) + 0.5;
	const pixel = 1 / (frame.height - frame.marginTop - frame.marginBottom);
	return apart([...labels].sort((a, b) => a.at - b.at), pixel).flatMap(({ label, place }) => [
		Plot.link([label], { x1: label.session + 8 / step(frame, last), y1: label.at, x2: edge, y2: place, stroke: 'var(--ink-3)', strokeWidth: 1, strokeDasharray: '1 3' }),
		Plot.text([label.figure], { x: edge, y: place, dx: 6, dy: -(rows(label) - 1) * 7.5, textAnchor: 'start', fontSize: text.normal + 1.5, fontWeight: 650, fill: label.colour }),
		Plot.text([label.words], { x: edge, y: place, dx: 6, dy: 8.5, textAnchor: 'start', lineAnchor: 'middle', fontSize: text.small, fontWeight: 500, lineHeight: 1.18, fill: label.colour }),
	]);
}

function rows({ words }: ShareLabel): number {
	return words.split('\n').length + 1;
}

function apart(labels: readonly ShareLabel[], pixel: number): { label: ShareLabel; place: number }[] {
	const placed = labels.map((label) => ({ label, place: label.at, half: (rows(label) * 15 * pixel) / 2 + 3 * pixel }));
	for (const [index, each] of placed.entries()) {
		const below = placed[index - 1];
		each.place = Math.max(each.place, below === undefined ? each.half : below.place + below.half + each.half);
	}
	for (const [index, each] of [...placed].reverse().entries()) {
		const above = placed[placed.length - index];
		each.place = Math.min(each.place, above === undefined ? 1 + 8 * pixel : above.place - above.half - each.half);
	}
	return placed;
}
