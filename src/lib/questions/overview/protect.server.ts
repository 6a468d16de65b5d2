import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import type { RawOverview, RawPart } from './overview.server.ts';
import type { Overview, OverviewResult, Share } from './result.ts';

const nothing: Overview = { episodes: null, patients: null, sessions: null, change: null, responders: null, completion: null, suppressed: true };

/** The overview without numbers that rest on fewer patients than `minimumCell`; a share goes where it or its complement does. */
export function protect({ parts }: RawOverview, minimumCell: number): OverviewResult {
	const shown = parts.map((part) => ({ condition: part.condition, ...shownPart(part, minimumCell) }));
	const { condition: _, ...all } = shown.find(({ condition }) => condition === null) ?? { condition: null, ...nothing };
	return { all, conditions: shown.flatMap(({ condition, ...part }) => (condition === null ? [] : [{ condition, ...part }])) };
}

function shownPart(part: RawPart, minimumCell: number): Overview {
	const { totals } = part;
	if (totals.patients < minimumCell) return nothing;
	const { median, q1, q3 } = totals;
	return {
		episodes: totals.episodes,
		patients: totals.patients,
		sessions: median === null || q1 === null || q3 === null ? null : { n: totals.episodes, median, q1, q3 },
		change: changeOf(part, minimumCell),
		responders: respondersOf(part, minimumCell),
		completion: completionOf(part, minimumCell),
		suppressed: false,
	};
}

function changeOf({ change }: RawPart, minimumCell: number): Overview['change'] {
	if (change === undefined || change.patients < minimumCell || change.mean === null || change.sd === null) return null;
	const { n, mean, sd, firstMean, lastMean, q1, median, q3 } = change;
	const interval = meanInterval({ n, mean, sd });
	if (interval === undefined || firstMean === null || lastMean === null || q1 === null || median === null || q3 === null) return null;
	return { n, mean, lower: interval.lower, upper: interval.upper, firstMean, lastMean, q1, median, q3 };
}

function respondersOf({ change, threshold }: RawPart, minimumCell: number): Overview['responders'] {
	if (change === undefined || threshold === null) return null;
	const cells = [change.responderPatients, change.otherPatients, change.followedOtherPatients];
	if (cells.some((patients) => small(patients, minimumCell))) return null;
	const ofAll = share(change.responders, change.started);
	const ofFollowed = share(change.responders, change.startedAndFollowed);
	const cellsOfLess = [change.noBetterPatients, change.lessBetterPatients];
	const noBetter = cellsOfLess.some((patients) => small(patients, minimumCell)) ? null : share(change.noBetter, change.startedAndFollowed);
	return ofAll === null || ofFollowed === null ? null : { threshold, ofAll, ofFollowed, noBetter };
}

function completionOf({ completion }: RawPart, minimumCell: number): Share | null {
	if (completion === undefined || small(completion.patients, minimumCell) || small(completion.otherPatients, minimumCell)) return null;
	return share(completion.count, completion.n);
}

function small(patients: number, minimumCell: number): boolean {
	return patients > 0 && patients < minimumCell;
}

function share(count: number, n: number): Share | null {
	const interval = wilsonInterval(count, n);
	return interval === undefined ? null : { count, n, ...interval };
}
