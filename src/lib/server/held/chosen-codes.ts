import type { HeldColumn, HeldColumnName } from './held-courses.ts';

/** By code, 1 where a filter of these values selects it; a period by its year too. */
export function chosenCodes(name: HeldColumnName, { values }: HeldColumn, asked: readonly string[]): Uint8Array {
	const isAsked = (value: string) => asked.includes(value) || (name === 'period' && asked.includes(value.slice(0, 4)));
	return Uint8Array.from(['', ...values], (value, code) => Number(code > 0 && isAsked(value)));
}
