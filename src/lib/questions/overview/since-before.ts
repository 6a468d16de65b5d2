import { list, percent, signed } from '#lib/charts/number.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { shareDifference } from '#lib/statistics/share-difference.ts';
import type { Overview } from './result.ts';

type Limited = Readonly<{ estimate: number; lower: number; upper: number }>;
type Compared = Readonly<{ text: string; beyond: string | null }>;

/**
 * What a snapshot says otherwise than the one before it, and whether that is more than chance gives. The two are taken as if they shared no
 * patient, which makes chance too wide rather than too narrow where most are the same: no alarm is better than a false one. Nothing is
 * told where the two differ by fewer patients than may be shown.
 */
export function sinceBefore(now: Overview, before: Overview, measure: Measure, minimumCell: number): string[] {
	if (now.change === null || before.change === null) return ['Too few patients in one of the two to compare the results.'];
	if (isSame(now, before)) return ['The results are the same.'];
	if (differBySmall(now, before, minimumCell)) return [`What that changed in the results is not told: it would rest on fewer than ${minimumCell} patients.`];
	const compared = [change(now.change, before.change, measure), ...responders(now, before)];
	const [within, beyond] = [compared.filter((each) => each.beyond === null), compared.filter((each) => each.beyond !== null)];
	return [...beyond.map((each) => `${each.text}: ${each.beyond}.`), ...(within.length === 0 ? [] : [`${list(within.map(({ text }) => text))}: no more than chance gives.`])];
}

function change(now: NonNullable<Overview['change']>, before: NonNullable<Overview['change']>, measure: Measure): Compared {
	const difference = shareDifference({ ...now, estimate: now.mean }, { ...before, estimate: before.mean });
	const better = difference.estimate < 0 === (measure.better === 'lower');
	return { text: `Mean change ${signed(now.mean)} ${measure.unit} (${signed(before.mean)} before)`, beyond: isBeyond(difference) ? `${better ? 'more' : 'less'} improvement than before, beyond chance` : null };
}

function responders(now: Overview, before: Overview): Compared[] {
	if (now.responders === null || before.responders === null || now.responders.threshold !== before.responders.threshold) return [];
	const [share, earlier] = [now.responders.ofAll, before.responders.ofAll];
	const difference = shareDifference(share, earlier);
	return [{ text: `responders ${percent(share.estimate)} of all who started (${percent(earlier.estimate)} before)`, beyond: isBeyond(difference) ? `${difference.estimate > 0 ? 'more' : 'fewer'} than before, beyond chance` : null }];
}

function isBeyond({ lower, upper }: Limited): boolean {
	return lower > 0 || upper < 0;
}

function isSame(now: Overview, before: Overview): boolean {
	return JSON.stringify([now.patients, now.change, now.responders]) === JSON.stringify([before.patients, before.change, before.responders]);
}

/** Whether a few patients make the difference, in all, among those followed, or among those who responded or did not. */
function differBySmall(now: Overview, before: Overview, minimumCell: number): boolean {
	const [more, ...parts] = [counts(now), counts(before)].reduce((a, b) => a.map((each, index) => Math.abs(each - (b[index] ?? 0))));
	return (more ?? 0) < minimumCell || parts.some((each) => each > 0 && each < minimumCell);
}

function counts({ patients, change: followed, responders: responded }: Overview): number[] {
	const { count = 0, n = 0 } = responded?.ofAll ?? {};
	return [patients ?? 0, followed?.n ?? 0, count, n - count];
}
