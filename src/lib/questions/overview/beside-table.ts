import type { Table } from '#lib/charts/drawing.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { scaleOf } from '#lib/charts/measure.ts';
import { count, decimal, interval, percent, percents, plural, signed } from '#lib/charts/number.ts';
import type { Overview, Share } from './result.ts';

type Named = Readonly<{ name: string; overview: Overview }>;

/** The first numbers of groups, a column a group: each with its interval and the episodes that it is of. */
export function besideTable(groups: readonly Named[], measure: Measure): Table {
	return {
		caption: `The groups beside one another: 95\u00a0% intervals in brackets; ${measure.abbreviation} ${scaleOf(measure)}, ${measure.better} is better`,
		columns: ['', ...groups.map(({ name }) => name)],
		rows: [
			['Episodes of care', ...groups.map(({ overview: { episodes } }) => (episodes === null ? 'withheld' : count(episodes)))],
			['Patients', ...groups.map(({ overview: { patients } }) => (patients === null ? 'withheld' : count(patients)))],
			['First score, mean', ...groups.map(({ overview: { change } }) => (change === null ? '–' : decimal(change.firstMean)))],
			['Change, first to last score', ...groups.map(({ overview: { change } }) => (change === null ? '–' : `${signed(change.mean)} (${interval(change, signed)}), ${plural(change.n, 'episode')} scored again`))],
			[`Improved${thresholdOf(groups)}, of all who started`, ...groups.map(({ overview }) => shareText(overview.responders?.ofAll))],
			[`Improved${thresholdOf(groups)}, of those scored again`, ...groups.map(({ overview }) => shareText(overview.responders?.ofFollowed))],
			['Sessions per episode, median (middle half)', ...groups.map(({ overview: { sessions } }) => (sessions === null ? '–' : `${decimal(sessions.median, Number.isInteger(sessions.median) ? 0 : 1)} (${decimal(sessions.q1, 0)} to ${decimal(sessions.q3, 0)})`))],
			['Completed, of known discharge reasons', ...groups.map(({ overview }) => shareText(overview.completion))],
		],
	};
}

/** The threshold, where it is one and the same. */
function thresholdOf(groups: readonly Named[]): string {
	const names = new Set(groups.flatMap(({ overview: { responders } }) => (responders === null ? [] : [responders.threshold])));
	const [only] = names;
	return names.size === 1 && only !== undefined ? ` (${only})` : '';
}

function shareText(share: Share | null | undefined): string {
	return share === null || share === undefined ? '–' : `${percent(share.estimate)} (${percents(share)}), ${count(share.count)} of ${count(share.n)}`;
}
