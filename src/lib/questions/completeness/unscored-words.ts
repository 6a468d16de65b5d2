import type { Margin, Table } from '#lib/charts/drawing.ts';
import { count, plural } from '#lib/charts/number.ts';
import { roundedPercent } from '#lib/charts/rounded-percent.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { periodName } from '#lib/charts/period-name.ts';
import type { CompletenessResult, Missing } from './result.ts';

export const unscoredTitle = 'Visits without a score';

/** All visits and the clinics in their order, and the months; numbers null where withheld. */
export type Unscored = Readonly<{ groups: readonly UnscoredGroup[]; months: readonly UnscoredGroup[] }>;

export type UnscoredGroup = Readonly<{ name: string; missing: number | null; visits: number | null; share: number | null }>;

export function unscoredOf({ fields, fieldsBy }: CompletenessResult): Unscored {
	const clinics = fieldsBy.clinic.map(({ value, fields: own }) => group(value === 'not-recorded' ? 'clinic not recorded' : value, own));
	return { groups: [group('All', fields), ...clinics], months: fieldsBy.month.map(({ value, fields: own }) => group(periodName(value), own)) };
}

export function hasUnscored({ groups, months }: Unscored): boolean {
	return [...groups, ...months].some(({ share }) => share !== null);
}

export function unscoredMargin({ groups: [all] }: Unscored): Margin[] {
	if (all === undefined || all.share === null || all.missing === null || all.visits === null) return [];
	return [{ figure: count(all.missing), unit: `of ${plural(all.visits, 'visit')}`, text: 'have no score: they count as attended, and tell nothing of how the patient was.' }];
}

/** What the figure shows, said from its numbers. */
export function unscoredSentence({ groups: [all, ...clinics], months }: Unscored): string {
	if (all === undefined || all.share === null) return 'How many visits have no score is withheld: too few patients.';
	if (all.missing === 0) return 'Every visit has a score.';
	return `${roundedPercent(all.share)} of visits have no score${spanOf(clinics, 'clinic')}${spanOf(months, 'month')}.`;
}

export function unscoredLabel(unscored: Unscored, synthetic: boolean): string {
	const said = unscored.groups.map(({ name, share }) => `${name} ${shareText(share)}`);
	return `${synthetic ? 'Synthetic data. ' : ''}${unscoredTitle}. ${unscoredSentence(unscored)} ${said.join('; ')}.`;
}

export function unscoredNotes({ groups, months }: Unscored): string[] {
	return [
		'Bars: the share of visits without a score of the measure; by month, a visit counts in its own.',
		...([...groups, ...months].some(({ share }) => share === null) ? [`Where there is no bar (over pale bands by month), the number is ${withheld}, or would give such a one away.`] : []),
	];
}

export function unscoredTable({ groups, months }: Unscored): Table {
	return {
		caption: unscoredTitle,
		columns: ['Group', 'Visits', 'Without a score', 'Share'],
		rows: [...groups, ...months].map(({ name, visits, missing, share }) => [name, visits === null ? 'withheld' : count(visits), missing === null ? 'withheld' : count(missing), shareText(share)]),
	};
}

export function shareText(share: number | null): string {
	return share === null ? 'withheld' : roundedPercent(share);
}

function group(name: string, fields: readonly Missing[]): UnscoredGroup {
	const found = fields.find(({ field }) => field === 'score');
	return { name, missing: found?.missing ?? null, visits: found?.visits ?? null, share: found?.share ?? null };
}

/** From the least to the most of the groups that are shown; nothing where there is only one. */
function spanOf(groups: readonly UnscoredGroup[], noun: string): string {
	const shown = groups.flatMap(({ name, share }) => (share === null ? [] : [{ name, share }])).sort((a, b) => a.share - b.share);
	const [least] = shown;
	const most = shown.at(-1);
	if (least === undefined || most === undefined || least === most) return '';
	if (roundedPercent(least.share) === roundedPercent(most.share)) return `, by ${noun} ${roundedPercent(least.share)} in each`;
	return `, by ${noun} from ${roundedPercent(least.share)} (${least.name}) to ${roundedPercent(most.share)} (${most.name})`;
}
