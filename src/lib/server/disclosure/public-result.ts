import type { QuestionName } from '#lib/questions/registry.server.ts';
import { numbersWithin, type NumberWithin } from './numbers-within.ts';
import { publicCount } from './public-count.ts';
import { coarse, publicMean } from './public-mean.ts';
import { numberKind, publicNumbers } from './public-numbers.ts';
import { onGrid, publicLimit, publicShare, toPercent } from './public-share.ts';

/** A question's answer is not for the public; the message says why. */
export class NotForThePublic extends Error {}

/** A result in which small cells are withheld, as the public is told it: every number rounded by its kind, and none whose kind is not known. */
export function publicResult<Result extends object>(name: QuestionName, result: Result): Result {
	const kinds = publicNumbers[name];
	if (typeof kinds === 'string') throw new NotForThePublic(`${name} is for the clinic itself: ${kinds}`);
	const told = structuredClone(result);
	for (const number of numbersWithin(result, told)) number.put(toldAs(numberKind(kinds, number.place), number));
	return told;
}

function toldAs(kind: ReturnType<typeof numberKind>, number: NumberWithin): number | null {
	const { value, key } = number;
	const outward = key === 'lower' ? Math.floor : key === 'upper' ? Math.ceil : Math.round;
	switch (kind) {
		case 'label':
			return value;
		case 'count':
			return publicCount(value);
		case 'share':
			return shareTold(number);
		case 'percent':
			return toPercent(outward, value);
		case 'gap':
			return onGrid(value, wholeOf(number), outward);
		case 'mean':
			return publicMean(value, outward);
		case 'coarse':
			return coarse(value);
		case undefined:
			return null;
	}
}

function shareTold(number: NumberWithin): number | null {
	const { value, key, holders } = number;
	const [own = {}, outer = {}] = holders;
	const n = wholeOf(number);
	if (key !== 'lower' && key !== 'upper') return publicShare(value, { n, count: 'n' in own ? numberAt(own, 'count') : null });
	const within = ['estimate', 'value'].some((each) => each in own) ? own : outer;
	const share = numberAt(within, 'centre') ?? numberAt(within, 'estimate');
	if (share === null) return null;
	const shown = numberAt(within, 'centre') === null ? publicShare(share, { n, count: 'n' in within ? numberAt(within, 'count') : null }) : toPercent(Math.round, share);
	return shown === null ? null : publicLimit(key, { share, limit: value, shown, n });
}

/** How many a share is of: the nearest number that says so, else the smallest of those beside it. */
function wholeOf({ holders }: NumberWithin): number {
	for (const holder of holders) {
		const said = ['n', 'able', 'scored', 'episodes', 'visits', 'recorded'].flatMap((name) => numberAt(holder, name) ?? []);
		if (said[0] !== undefined) return said[0];
	}
	return holders.map((holder) => Math.min(...numbersWithin(holder, holder).flatMap(({ key, value }) => (key === 'n' ? [value] : [])))).find(Number.isFinite) ?? 1;
}

function numberAt(holder: Readonly<Record<string, unknown>>, name: string): number | null {
	const value = holder[name];
	return typeof value === 'number' ? value : null;
}
