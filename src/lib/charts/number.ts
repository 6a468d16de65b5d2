import { numberMarks } from './number-marks.ts';

export function count(n: number): string {
	return `${n < 0 ? '−' : ''}${numberMarks().grouped(Math.abs(n))}`;
}

export function decimal(value: number, digits = 1): string {
	const text = Math.abs(value).toFixed(digits);
	return plain(value < 0 && Number(text) !== 0 ? `-${text}` : text);
}

/** A number with as many digits as it has. */
export function plain(value: number | string): string {
	return String(value).replace('-', '−').replace('.', numberMarks().point);
}

export function signed(value: number, digits = 1): string {
	return value > 0 && Number(value.toFixed(digits)) !== 0 ? `+${decimal(value, digits)}` : decimal(value, digits);
}

export function percent(share: number): string {
	return `${decimal(share * 100, 0)}\u00a0%`;
}

export function interval({ lower, upper }: { readonly lower: number; readonly upper: number }, write: (value: number) => string = decimal): string {
	return `${write(lower)} to ${write(upper)}`;
}

/** The interval of a share: `88 to 92 %`. */
export function percents({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
	return `${decimal(lower * 100, 0)} to ${percent(upper)}`;
}

export function plural(n: number, one: string, many = `${one}s`): string {
	return `${count(n)} ${n === 1 ? one : many}`;
}

export function list(words: readonly string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `4.8 (4.5 to 5.1)`, or a dash where there is no number to show. */
export function estimate(value: Readonly<{ mean: number | null; lower: number | null; upper: number | null }> | null | undefined): string {
	if (value === null || value === undefined || value.mean === null) return '–';
	const { mean, lower, upper } = value;
	return lower === null || upper === null ? decimal(mean) : `${decimal(mean)} (${interval({ lower, upper })})`;
}
