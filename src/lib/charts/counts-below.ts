import * as Plot from '@observablehq/plot';
import { count } from './number.ts';
import { everySession, step, text, type Frame } from './theme.ts';

type Count = Readonly<{ session: number; n: number | null }>;

/** Sessions below a low panel, and in a second row how many are behind each, a dot where withheld; `name` says of both rows what they are. */
export function countsBelow(counts: readonly Count[], name: readonly [string, string], frame: Frame, last: number): Plot.Markish[] {
	const shown = everySession(last, step(frame, last), 25);
	const row = { x: 'session', frameAnchor: 'bottom', fontSize: text.small } as const;
	return [
		Plot.ruleY([0], { stroke: 'var(--rule)' }),
		Plot.text(shown.map((session) => ({ session })), { ...row, text: ({ session }: { session: number }) => String(session), dy: 14, fill: 'var(--ink-2)' }),
		Plot.text([...spaced(counts, step(frame, last)), ...counts.filter(({ n }) => n === null)], { ...row, text: ({ n }: Count) => (n === null ? '·' : count(n)), dy: 30, fill: 'var(--ink)', fontWeight: 600 }),
		...name.map((words, index) => Plot.text([words], { frameAnchor: 'bottom-right', textAnchor: 'start', dx: 6, dy: 14 + index * 16, fontSize: text.small, fill: index === 0 ? 'var(--ink-2)' : 'var(--ink)' })),
	];
}

/** As many of the known counts as do not touch. */
function spaced(counts: readonly Count[], pixels: number): Count[] {
	return counts.reduce<Count[]>((kept, each) => {
		if (each.n === null) return kept;
		const before = kept.at(-1);
		if (before === undefined) return [each];
		const needed = 3.5 * (count(before.n ?? 0).length + count(each.n).length) + 6;
		return (each.session - before.session) * pixels < needed ? kept : [...kept, each];
	}, []);
}

/** What the rows are, below the last of the panels. */
export function belowNote(words: string): Plot.Markish {
	return Plot.text([words], { frameAnchor: 'bottom-left', textAnchor: 'start', dy: 50, fontSize: text.small, fill: 'var(--ink-2)' });
}
