import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { text } from '#lib/charts/theme.ts';
import { numberText, type Finding, type Findings } from './findings-words.ts';

const lineHeight = 15;

/** More rows than these stand in the table only. */
const mostRows = 10;

type Placed = Readonly<{ finding: Finding; lines: readonly string[]; top: number }>;

/** A row a finding: its words in as many lines as they take, and a bar with its number. */
export function findingsChart({ rows }: Findings, size: Size): Plot.PlotOptions[] {
	const [width, longest] = size === 'wide' ? [860, 118] : [344, 46];
	const shown = rows.slice(0, mostRows);
	const most = Math.max(1, ...shown.map(({ n }) => n ?? 0));
	const reach = width - 70;
	let height = 8;
	const placed: Placed[] = shown.map((finding) => {
		const lines = broken(finding.words, longest);
		const top = height;
		height += lines.length * lineHeight + 26;
		return { finding, lines, top };
	});
	const barAt = ({ lines, top }: Placed) => top + lines.length * lineHeight + 5;
	const end = ({ finding: { n } }: Placed) => (n === null || n === 0 ? 0 : Math.max(2, (reach * n) / most));
	return [
		{
			...{ width, height: Math.max(1, height), marginLeft: 0, marginRight: 0, marginTop: 0, marginBottom: 0 },
			x: { type: 'linear', domain: [0, width], axis: null },
			y: { type: 'linear', domain: [Math.max(1, height), 0], axis: null },
			marks: [
				Plot.text(placed, { x: () => 0, y: ({ top }: Placed) => top + 2, text: ({ lines }: Placed) => lines.join('\n'), textAnchor: 'start', lineAnchor: 'top', lineHeight: 1.25, fontSize: text.small + 0.5, fill: 'var(--ink)' }),
				Plot.rect(placed.filter(({ finding: { n } }) => n !== null), { x1: 0, x2: end, y1: barAt, y2: (each: Placed) => barAt(each) + 11, fill: 'var(--count)' }),
				Plot.text(placed, { x: (each: Placed) => end(each) + 7, y: (each: Placed) => barAt(each) + 6, text: ({ finding: { n } }: Placed) => numberText(n), textAnchor: 'start', fontSize: text.small, fontWeight: 600, fill: 'var(--ink)' }),
			],
		},
	];
}

/** In lines of at most `longest` letters, parted between words. */
function broken(words: string, longest: number): string[] {
	return words.split(' ').reduce<string[]>((lines, word) => {
		const last = lines.at(-1);
		return last === undefined || last.length + word.length + 1 > longest ? [...lines, word] : [...lines.slice(0, -1), `${last} ${word}`];
	}, []);
}
