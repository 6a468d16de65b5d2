import type { Table } from '#lib/charts/drawing.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { nouns, scaleOf } from '#lib/charts/measure.ts';
import { count, decimal, interval, percent, percents, plural, signed } from '#lib/charts/number.ts';
import type { Overview, OverviewResult, Share } from './result.ts';

/** What a director may say aloud: what patients reported, never what the treatment did. */
export function headline({ change }: Overview, measure: Measure): string {
	if (change === null) return 'Too few episodes to say how patients’ scores changed.';
	const size = `${decimal(Math.abs(change.mean))}\u00a0${measure.unit}`;
	if (change.lower <= 0 && change.upper >= 0) return `Patients reported ${nouns(measure)} at their last session no different, beyond chance, from those at their first.`;
	return `Patients reported ${nouns(measure)} ${size} ${change.mean < 0 ? 'lower' : 'higher'} at their last session than at their first.`;
}

export function lede({ change, episodes }: Overview, measure: Measure): string {
	if (change === null || episodes === null) return 'There are too few patients for figures from which nobody can be told; they are withheld.';
	const unscored = episodes - change.n;
	return `From ${decimal(change.firstMean)} to ${decimal(change.lastMean)} on the ${scaleOf(measure)} scale, 95\u00a0% interval of the change ${interval(change)}, in ${plural(change.n, 'episode')} scored at the first session and later.${unscored > 0 ? ` ${plural(unscored, 'episode was', 'episodes were')} not and cannot be counted here.` : ''} There is no comparison group: this is what patients reported, not what the treatment caused.`;
}

export type Tile = Readonly<{
	label: string;
	figure: string;
	unit: string;
	notes: readonly string[];
	/** the first is the figure itself; `label` names the others */
	shares: readonly Readonly<{ label: string | null; share: Share }>[];
}>;

export function tiles(overview: Overview, measure: Measure): Tile[] {
	const { episodes, patients, change, responders, sessions, completion } = overview;
	return [
		{ label: 'Episodes of care', figure: episodes === null ? '–' : count(episodes), unit: '', notes: [patients === null ? 'patients withheld' : plural(patients, 'patient')], shares: [] },
		{
			label: 'Change, first to last score',
			figure: change === null ? '–' : signed(change.mean),
			unit: change === null ? '' : measure.unit,
			notes: change === null ? ['withheld or not estimable'] : [`95\u00a0% interval ${interval(change, signed)}`, `in ${count(change.n)} scored again`],
			shares: [],
		},
		{
			label: responders === null ? 'Responders' : `Improved: ${responders.threshold}`,
			figure: responders === null ? '–' : percent(responders.ofAll.estimate),
			unit: responders === null ? '' : 'of all who started',
			notes: responders === null ? ['withheld or not estimable'] : [],
			shares: responders === null ? [] : [{ label: null, share: responders.ofAll }, { label: 'of those scored again', share: responders.ofFollowed }],
		},
		{
			label: 'Sessions per episode',
			figure: sessions === null ? '–' : decimal(sessions.median, Number.isInteger(sessions.median) ? 0 : 1),
			unit: sessions === null ? '' : 'median',
			notes: sessions === null ? ['withheld'] : [`middle half ${decimal(sessions.q1, 0)} to ${decimal(sessions.q3, 0)}`, `of ${plural(sessions.n, 'episode')}`],
			shares: [],
		},
		{
			label: 'Completed treatment',
			figure: completion === null ? '–' : percent(completion.estimate),
			unit: completion === null ? '' : 'of known discharge reasons',
			notes: completion === null ? ['withheld or not estimable'] : [],
			shares: completion === null ? [] : [{ label: null, share: completion }],
		},
	];
}

export function conditionsTable({ conditions }: OverviewResult, nameOf: (id: string) => string): Table {
	return {
		caption: 'Every condition: episodes, change from first to last score, responders, sessions and completion (95\u00a0% intervals in brackets)',
		columns: ['Condition', 'Episodes', 'Change', 'Responders, of all', 'Responders, of those followed', 'Median sessions (quartiles)', 'Completed'],
		rows: conditions.map((each) => [
			nameOf(each.condition),
			each.episodes === null ? 'withheld' : count(each.episodes),
			each.change === null ? '–' : `${signed(each.change.mean)} (${interval(each.change, signed)})`,
			shareText(each.responders?.ofAll),
			shareText(each.responders?.ofFollowed),
			each.sessions === null ? '–' : `${decimal(each.sessions.median, 0)} (${decimal(each.sessions.q1, 0)} to ${decimal(each.sessions.q3, 0)})`,
			shareText(each.completion),
		]),
	};
}

function shareText(share: Share | null | undefined): string {
	return share === null || share === undefined ? '–' : `${percent(share.estimate)} (${percents(share)})`;
}
