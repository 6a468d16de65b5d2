import type { Table } from '#lib/charts/drawing.ts';
import { count, percent, percents } from '#lib/charts/number.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import type { PrognosisGroup, Share } from './result.ts';
import type { Named } from './words.ts';

/** One share to draw; `reason` is the label of a discharge reason, null for any of them. */
export type ReferralRow = Readonly<{ session: number; reason: string | null; share: Share }>;

/** A group with what may be told of its referrals. */
export type ReferralGroup = Readonly<{ name: string; rows: readonly ReferralRow[] }>;

/** The groups of which a referral may be told. */
export function referralGroups(named: readonly Named[], codebook: Codebook): ReferralGroup[] {
	const labelOf = (reason: string) => codebook.dischargeReasons.find(({ id }) => id === reason)?.label ?? reason;
	return named
		.map(({ group, name }) => ({ name, rows: group.landmarks.flatMap((landmark) => rowsOf(landmark, labelOf)) }))
		.filter(({ rows }) => rows.length > 0);
}

export function referralTitle(groups: readonly ReferralGroup[]): string {
	const title = 'eferred on later, of those who came again without a response';
	return groups.length === 1 ? `${groups[0]?.name ?? ''}: r${title}` : `R${title}`;
}

export function referralLabel(groups: readonly ReferralGroup[], synthetic: boolean): string {
	const said = groups.map(({ name, rows }) => `${name}: ${rows.map((row) => `${rowName(row)}: ${shareText(row.share)}`).join('; ')}.`);
	return `${synthetic ? 'Synthetic data. ' : ''}Share of courses that were in the end referred on, of those that went on without a response. ${said.join(' ')}`;
}

export function referralNotes(named: readonly Named[], groups: readonly ReferralGroup[]): string[] {
	const silent = named.filter(({ group, name }) => group.landmarks.length > 0 && !groups.some((each) => each.name === name)).map(({ name }) => name);
	const secret = named.some(({ group }) => group.landmarks.some(({ referral }) => (referral?.count ?? 0) > 0 && referral?.reasons === null));
	return [
		'A filled mark is the share of the courses that came again after so many sessions without a response and whose discharge reason was a referral; open marks part it by reason. Lines are 95\u00a0% intervals.',
		'A referral says that someone wanted another opinion, not what was found.',
		...(secret ? ['Where no reasons stand below a filled mark, they are withheld: too few patients.'] : []),
		'Sessions that are missing are withheld, since the referrals between two that are shown would be too few.',
		...(silent.length === 0 ? [] : [`Withheld altogether, too few patients: ${silent.join('; ')}.`]),
	];
}

export function referralTable(groups: readonly ReferralGroup[]): Table {
	const several = groups.length > 1;
	return {
		caption: 'Courses referred on later, of those that came again without a response (95\u00a0% intervals in brackets)',
		columns: [several ? 'Group and sessions so far' : 'Sessions so far', 'Referral', 'Courses', 'Share'],
		rows: groups.flatMap(({ name, rows }) =>
			rows.map(({ session, reason, share }) => [several ? `${name}, ${session}` : String(session), reason ?? 'any', `${count(share.count)} of ${count(share.n)}`, shareText(share)]),
		),
	};
}

export function rowName({ session, reason }: ReferralRow): string {
	return reason ?? `after session ${session}`;
}

function rowsOf({ session, n, referral }: PrognosisGroup['landmarks'][number], labelOf: (reason: string) => string): ReferralRow[] {
	if (referral === null || n === 0) return [];
	const any = { session, reason: null, share: referral };
	return [any, ...(referral.reasons ?? []).map((share) => ({ session, reason: labelOf(share.reason), share }))];
}

function shareText(share: Share): string {
	return `${percent(share.estimate)} (${percents(share)})`;
}
