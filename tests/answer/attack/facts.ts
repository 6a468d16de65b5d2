import type { Filters } from '#lib/questions/answer.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import type { QuestionName } from '#lib/questions/registry.server.ts';
import { numbersWithin, type NumberWithin } from '#lib/server/disclosure/numbers-within.ts';
import { numberKind, publicNumbers } from '#lib/server/disclosure/public-numbers.ts';
import { kinds } from './small-clinic.ts';

/** What a published number says: of the patients of these `kinds`, by their place, from `lower` to `upper` are counted by `what`. */
export type Fact = Readonly<{ what: string; kinds: readonly number[]; lower: number; upper: number }>;

/** An answer that was published, from the snapshot after so many imports. `rounded` is whether its numbers were rounded as the public's are. */
export type Seen = Readonly<{ question: QuestionName; filters: Filters; batch: number; part: string; answer: object; rounded: boolean }>;

/** All that one answer says in counts, and in shares of counts. */
export function factsOf(seen: Seen): Fact[] {
	const table = publicNumbers[seen.question];
	if (typeof table === 'string') return [];
	return numbersWithin(seen.answer, seen.answer).flatMap((number) => {
		const { cell, place, value, key, holders } = number;
		if (cell === 'snapshot.episodes') return [{ what: 'overview all.episodes', kinds: kindsOf({ ...seen, filters: everything }), ...countBounds(value, seen.rounded) }];
		const kind = numberKind(table, place);
		const counted = cell.startsWith('snapshot.') || !cell.startsWith(seen.part) ? undefined : kind === 'count' ? countBounds(value, seen.rounded) : kind === 'share' && key === 'estimate' ? shareBounds(number, seen.rounded) : undefined;
		if (counted === undefined) return [];
		const base = holders.map(({ of }) => of).find((of) => typeof of === 'string');
		const what = [seen.question, cell.replace(/condition=[^\s\]]+/u, ''), seen.filters.threshold, base].filter(Boolean).join(' ');
		return [{ what, kinds: kindsOf(seen, /[[ ]condition=([^\s\]]+)/u.exec(cell)?.[1]), ...counted }];
	});
}

const everything = parseFilters(new URLSearchParams());

function kindsOf({ filters: { condition, protocol, period, sex }, batch }: Pick<Seen, 'filters' | 'batch'>, part?: string): number[] {
	const within = (values: readonly string[], value: string) => values.length === 0 || values.includes(value);
	return kinds.flatMap((kind, place) => {
		const selected = within(condition, kind.condition) && within(protocol, kind.protocol) && within(period, kind.year) && within(sex, kind.sex);
		return selected && kind.batch <= batch && (part === undefined || part === kind.condition) ? [place] : [];
	});
}

/** Undoes the rounding as far as it can be. */
function countBounds(value: number, rounded: boolean): Pick<Fact, 'lower' | 'upper'> {
	return rounded && value !== 0 ? { lower: value - 4, upper: value + 5 } : { lower: value, upper: value };
}

/** A share times those that it is of. One that was rounded follows from rounded counts, where these are told, and says no more than they do; a chance that is no plain share says nothing here. */
function shareBounds({ value, holders: [own] }: NumberWithin, rounded: boolean): Pick<Fact, 'lower' | 'upper'> | undefined {
	const n = own?.['n'];
	if (typeof n !== 'number' || (rounded && typeof own?.['count'] === 'number')) return undefined;
	const whole = countBounds(n, rounded);
	const grid = rounded ? ([0.01, 0.02, 0.03, 0.04, 0.05, 0.1, 0.2, 0.25, 0.5].find((each) => each * whole.lower >= 10) ?? 1) : 1e-9;
	return { lower: Math.max(0, value - grid / 2) * whole.lower, upper: Math.min(1, value + grid / 2) * whole.upper };
}
