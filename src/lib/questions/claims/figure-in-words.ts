import { count, decimal } from '#lib/charts/number.ts';
import type { Estimated } from './result.ts';

type Written = Pick<Estimated, 'as' | 'unit'>;

/** A value of a figure with its unit: `81 %`, `4.3 weeks`. */
export function valueInWords(value: number, { as, unit }: Written): string {
	return as === 'percent' ? `${percentOf(value)}\u00a0%` : [decimal(value), unit].filter((part) => part !== '').join(' ');
}

/** What a value rests on, in brackets: its interval and its base. */
export function baseInWords({ lower, upper, n, of, as, unit }: Estimated): string {
	const write = (value: number) => (as === 'percent' ? percentOf(value) : decimal(value));
	const ends = lower === null || upper === null ? [] : [`95\u00a0% interval ${write(lower)} to ${valueInWords(upper, { as, unit })}`];
	const base = n === null ? [] : [`${count(n)} ${of}`];
	return `(${[...ends, ...base].join('; ')})`;
}

/** A share that is not quite all or none does not round to it. */
function percentOf(share: number): string {
	const rounded = decimal(share * 100, 0);
	if (rounded === '100' && share < 1) return 'over 99';
	return rounded === '0' && share > 0 ? 'under 1' : rounded;
}
