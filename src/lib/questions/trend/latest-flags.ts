import { list } from '#lib/charts/number.ts';
import { monthNumber, monthSpan } from './month-words.ts';
import type { ProcessChart, TrendResult } from './result.ts';
import type { Series, SeriesName } from './series.ts';
import { flagged, ruleWords } from './words.ts';

/** Months that stood out, in words. */
export type LatestFlag = Readonly<{ name: SeriesName; better: boolean; words: string }>;

/** The months judged last: twelve, or as many as there are. Null where none can be judged. */
export function judgedSpan(result: TrendResult, series: readonly Series[]): Readonly<{ from: string; to: string }> | null {
	const judged = series.flatMap(({ name }) => judgedMonths(result[name])).sort();
	const to = judged.at(-1);
	const from = to === undefined ? undefined : judged.find((month) => monthNumber(month) > monthNumber(to) - 12);
	return from === undefined || to === undefined ? null : { from, to };
}

/** What the run rules flagged in the months judged last. */
export function latestFlags(result: TrendResult, series: readonly Series[]): LatestFlag[] {
	const span = judgedSpan(result, series);
	if (span === null) return [];
	return series.flatMap(({ name, subject, better }) =>
		flagged(result[name]).flatMap(({ rules, points }) => {
			const own = points.filter(({ month }) => month >= span.from);
			const [first, last] = [own[0], own.at(-1)];
			if (first === undefined || last === undefined || first.side === null) return [];
			const good = (first.side === 'above') === (better === 'higher');
			return [{ name, better: good, words: `${subject}, ${monthSpan(first.month, last.month)}: ${first.side} the centre, which is ${good ? 'better' : 'worse'} (${list(rules.map((rule) => ruleWords[rule]))}).` }];
		}),
	);
}

function judgedMonths({ points }: ProcessChart): string[] {
	return points.filter(({ value, centre, open }) => value !== null && centre !== null && !open).map(({ month }) => month);
}
