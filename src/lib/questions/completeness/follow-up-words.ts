import type { Margin, Table } from '#lib/charts/drawing.ts';
import { count, percent, percents, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { periodName } from '#lib/charts/period-name.ts';
import type { CompletenessResult, Share } from './result.ts';

export const followUpTitle = 'Episodes with a score at session 1 and a later one';

/** All episodes and the clinics in their order, and the months of first visit; `share` is null where withheld. */
export type FollowUps = Readonly<{ groups: readonly FollowUp[]; months: readonly FollowUp[] }>;

export type FollowUp = Readonly<{ name: string; share: Share | null }>;

export function followUpsOf({ followUp, followUpBy }: CompletenessResult): FollowUps {
	const clinics = followUpBy.clinic.map(({ value, share }) => ({ name: value === 'not-recorded' ? 'clinic not recorded' : value, share }));
	return { groups: [{ name: 'All', share: followUp }, ...clinics], months: followUpBy.month.map(({ value, share }) => ({ name: periodName(value), share })) };
}

export function hasFollowUps({ groups, months }: FollowUps): boolean {
	return [...groups, ...months].some(({ share }) => share !== null);
}

/** Whether enough months are shown for a picture of them to tell anything: a third or more. */
export function tellsByMonth(months: readonly FollowUp[]): boolean {
	return months.length > 0 && months.filter(({ share }) => share !== null).length >= months.length / 3;
}

export function followUpMargin({ groups: [all] }: FollowUps): Margin[] {
	const share = all?.share ?? null;
	if (share === null) return [];
	return [{ figure: percent(share.estimate), unit: `of ${plural(share.n, 'episode')}`, text: `can tell of a change (95\u00a0% interval ${percents(share)}). Of the others nobody knows what became of their score.` }];
}

/** What the figure shows, said from its numbers. */
export function followUpSentence({ groups: [all, ...clinics] }: FollowUps): string {
	const share = all?.share ?? null;
	if (share === null) return 'How many episodes can tell of a change is withheld: too few patients.';
	const known = clinics.flatMap(({ name, share: own }) => (own === null ? [] : [{ name, estimate: own.estimate }])).sort((a, b) => a.estimate - b.estimate);
	const [least] = known;
	const most = known.at(-1);
	const span = least === undefined || most === undefined || least === most ? '' : `; by clinic from ${percent(least.estimate)} (${least.name}) to ${percent(most.estimate)} (${most.name})`;
	return `${count(share.count)} of ${plural(share.n, 'episode')}, ${percent(share.estimate)} (95\u00a0% interval ${percents(share)}), have a score at session 1 and a later one${span}.`;
}

export function followUpLabel({ groups, months }: FollowUps, synthetic: boolean): string {
	const said = groups.map(({ name, share }) => `${name} ${shareText(share)}`);
	const known = months.flatMap(({ share }) => share ?? []).map(({ estimate }) => estimate);
	const span = known.length === 0 ? '' : ` By month from ${percent(Math.min(...known))} to ${percent(Math.max(...known))}.`;
	return `${synthetic ? 'Synthetic data. ' : ''}${followUpTitle}: share with its 95\u00a0% interval. ${said.join('; ')}.${span}`;
}

export function followUpNotes({ groups, months }: FollowUps): string[] {
	return [
		'Dot and line: the share of episodes that can tell of a change, and its 95\u00a0% interval. Episodes begun lately may yet be scored again.',
		...(tellsByMonth(months) ? ['By month, an episode counts in the month of its first visit.'] : months.length === 0 ? [] : ['By month most shares are withheld; those that are not stand in the table.']),
		...([...groups, ...months].some(({ share }) => share === null) ? [`Where there is no dot (over pale bands by month), the share is ${withheld}, or would give such a one away.`] : []),
	];
}

export function followUpTable({ groups, months }: FollowUps): Table {
	return {
		caption: `${followUpTitle} (95\u00a0% intervals in brackets)`,
		columns: ['Group', 'Episodes', 'Share'],
		rows: [...groups, ...months].map(({ name, share }) => [name, share === null ? 'withheld' : `${count(share.count)} of ${count(share.n)}`, shareText(share)]),
	};
}

export function shareText(share: Share | null): string {
	return share === null ? 'withheld' : `${percent(share.estimate)} (${percents(share)})`;
}
