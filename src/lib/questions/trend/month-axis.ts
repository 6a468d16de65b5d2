import * as Plot from '@observablehq/plot';
import { monthInWords } from '#lib/charts/month-in-words.ts';
import { step, text, type Frame } from '#lib/charts/theme.ts';

/** Ticks that divide a year, with the year below its first. */
export function monthAxis(start: number, last: number, frame: Frame): Plot.Markish[] {
	const names = Array.from({ length: 12 }, (_, index) => monthInWords(`2000-${String(index + 1).padStart(2, '0')}`, 'alone') ?? '');
	const needed = Math.max(30, ...names.map(({ length }) => perLetter * length));
	const stride = [1, 2, 3, 6, 12, 24, 60].find((each) => each * step(frame, last) >= needed) ?? 120;
	const months = Array.from({ length: last }, (_, index) => ({ x: index + 1, month: start + index })).filter(({ month }) => month % stride === 0);
	const years = months.filter(({ month }, index) => index === 0 || month % 12 === 0);
	const words = { frameAnchor: 'bottom', x: 'x', fill: 'var(--ink-2)', fontSize: text.small } as const;
	return [
		Plot.text(months, { ...words, text: ({ month }: { month: number }) => names[month % 12] ?? '', dy: 16 }),
		Plot.text(years, { ...words, text: ({ month }: { month: number }) => String(Math.floor(month / 12)), dy: 31, fontWeight: 600 }),
	];
}

/** About what a letter of an axis takes, in pixels. */
const perLetter = 6;
