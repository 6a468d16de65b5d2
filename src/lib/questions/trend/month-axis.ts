import * as Plot from '@observablehq/plot';
import { step, text, type Frame } from '#lib/charts/theme.ts';
import { shortMonth } from './month-words.ts';

/** Ticks that divide a year, with the year below its first. */
export function monthAxis(start: number, last: number, frame: Frame): Plot.Markish[] {
	const stride = [1, 2, 3, 6, 12, 24, 60].find((each) => each * step(frame, last) >= 30) ?? 120;
	const months = Array.from({ length: last }, (_, index) => ({ x: index + 1, month: start + index })).filter(({ month }) => month % stride === 0);
	const years = months.filter(({ month }, index) => index === 0 || month % 12 === 0);
	const words = { frameAnchor: 'bottom', x: 'x', fill: 'var(--ink-2)', fontSize: text.small } as const;
	return [
		Plot.text(months, { ...words, text: ({ month }: { month: number }) => shortMonth((month % 12) + 1), dy: 16 }),
		Plot.text(years, { ...words, text: ({ month }: { month: number }) => String(Math.floor(month / 12)), dy: 31, fontWeight: 600 }),
	];
}
