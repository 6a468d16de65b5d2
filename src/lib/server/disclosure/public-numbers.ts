import type { QuestionName } from '#lib/questions/registry.server.ts';

/**
 * What a number is: a `label` says where (a session number, a month's length, a published figure) and is told as it is; a `count` counts people,
 * episodes or visits; a `share` is of those in the nearest `n`; a `percent` is of so many that they need not be hidden; a `gap` is between two shares; a `mean` is in the
 * measure's unit; what is `coarse` would give a count away.
 */
export type NumberKind = 'label' | 'count' | 'share' | 'percent' | 'gap' | 'mean' | 'coarse';

/** Ends of the places of numbers in an answer, array indices left out; where several fit, the longest decides. */
type Kinds = Readonly<Partial<Record<NumberKind, readonly string[]>>>;

const interval = ['estimate', 'lower', 'upper'];
const quantiles = ['p10', 'q1', 'median', 'q3', 'p90'];

/** The kind of every number of every question's answer that the public may be told; or, in words, why the public is told none. */
export const publicNumbers: Readonly<Record<QuestionName, Kinds | string>> = {
	recovery: {
		label: ['session', 'groups.delta', 'tipping.from', 'tipping.to'],
		count: ['episodes', 'n', 'distribution'],
		share: ['left.share'],
		mean: ['mean', 'lower', 'upper', ...quantiles, 'tipping.delta'],
		coarse: ['sd', 'se', 'df', 'effectiveN'],
	},
	overview: {
		count: ['episodes', 'patients', 'n', 'count'],
		share: interval,
		mean: ['change.mean', 'change.lower', 'change.upper', 'firstMean', 'lastMean', ...quantiles],
	},
	departure: { label: ['session'], count: ['episodes', 'n'], mean: ['mean', 'lower', 'upper'] },
	response: {
		label: ['session', 'comparisons.logRank.df', 'comparisons.gray.df'],
		count: ['scored', 'able', 'points.inCare', 'count', 'n'],
		share: interval,
		mean: ['median.estimate', 'median.lower', 'median.upper'],
		coarse: ['se', 'statistic', 'p'],
	},
	prognosis: { label: ['session', 'within.sessions', 'reevaluate.level', 'reevaluate.within'], count: ['episodes', 'n', 'count'], share: interval },
	comparison: {
		label: ['pooled.ancova.df', 'pooled.weighted.df'],
		count: ['episodes', 'n', 'count'],
		share: ['shares.estimate', 'shares.lower', 'shares.upper', 'middle'],
		gap: ['difference', 'response.weighted'].flatMap((place) => interval.map((part) => `${place}.${part}`)),
		mean: [...interval, 'firstMean', 'lastMean', 'standardised', 'eValue.limit', 'before', 'after', 'tau', 'q'],
		percent: ['i2'],
		coarse: ['effective', 'inFavour', 'against', ...interval.map((part) => `needed.${part}`)],
	},
	variation: 'it names clinics and therapists',
	trend: {
		label: ['baseline.months'],
		count: ['n'],
		share: ['response', 'completion'].flatMap((chart) => ['value', 'lower', 'upper'].map((part) => `${chart}.points.${part}`)),
		percent: ['response.phases.centre', 'response.points.centre', 'completion.phases.centre', 'completion.points.centre'],
		mean: ['value', 'centre', 'lower', 'upper', 'movingRange'],
	},
	dose: {
		label: ['stated.from', 'stated.to', 'bands.first', 'bands.last'],
		count: ['episodes', 'patients', 'n', 'count'],
		share: interval.map((part) => `share.below.${part}`).concat(interval.map((part) => `share.within.${part}`), interval.map((part) => `share.above.${part}`)),
		mean: [...interval, ...quantiles, 'middle.sessions', 'middle.change'],
	},
	technique: { label: ['atMost.minutes', 'therapists.count', 'therapists.n'], count: ['count', 'n'], share: interval, percent: interval.map((part) => `therapists.${part}`), mean: quantiles },
	tolerability: {
		label: ['over.hours', 'withheldKinds', 'published.treatments', 'published.percent'],
		count: ['sessions', 'patients', 'n', 'othersN', 'count', 'recorded'],
		share: ['share.estimate', 'share.interval.lower', 'share.interval.upper', 'share.robust.lower', 'share.robust.upper'],
		mean: ['mean', 'othersMean', 'difference', 'interval.lower', 'interval.upper', 'robust.lower', 'robust.upper', ...quantiles],
	},
	cost: {
		label: ['priceRange.lowest', 'priceRange.highest', 'willingness'],
		count: ['coverage.episodes', 'complete', 'judged', 'n', 'patients', 'count', 'responders.responders', 'againstN'],
		share: ['estimate', 'interval.lower', 'interval.upper', 'robust.lower', 'robust.upper'].map((part) => `withinRange.${part}`),
		gap: ['effect', 'effectInterval.lower', 'effectInterval.upper'],
		percent: ['chance'],
		mean: ['mean', 'interval.lower', 'interval.upper', 'robust.lower', 'robust.upper', ...quantiles, ...interval, 'fieller.lower', 'fieller.upper', 'bootstrap.lower', 'bootstrap.upper', 'difference.cost', 'costInterval.lower', 'costInterval.upper'],
		coarse: ['costVariance', 'effectVariance', 'covariance', 'plane.cost', 'plane.effect'],
	},
	completeness: { count: ['read', 'accepted', 'duplicates', 'rejected', 'n', 'count', 'visits', 'missing'], share: [...interval, 'fields.share'] },
	claims: 'each claim rests on the answers to other questions, which can be published themselves',
	records: 'it names the files, clinics and therapists of the snapshot',
	choices: 'it names clinics and therapists',
};

/** The kind of the number at a place, or undefined where the table does not know it. */
export function numberKind(kinds: Kinds, place: string): NumberKind | undefined {
	const fitting = Object.entries(kinds).flatMap(([kind, ends]) => ends.filter((end) => place === end || place.endsWith(`.${end}`)).map((end) => ({ kind, length: end.length })));
	const found = fitting.reduce<(typeof fitting)[number] | undefined>((longest, each) => (longest === undefined || each.length > longest.length ? each : longest), undefined);
	return allKinds.find((kind) => kind === found?.kind);
}

const allKinds = ['label', 'count', 'share', 'percent', 'gap', 'mean', 'coarse'] as const;
