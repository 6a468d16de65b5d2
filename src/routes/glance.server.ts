import type { Measure } from '#lib/codebook/schema.ts';
import { address } from '#lib/components/filter-bar.ts';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import { followUpSentence, followUpsOf } from '#lib/questions/completeness/follow-up-words.ts';
import type { CompletenessResult } from '#lib/questions/completeness/result.ts';
import type { OverviewResult } from '#lib/questions/overview/result.ts';
import { sinceBefore } from '#lib/questions/overview/since-before.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { sinceLast } from '#lib/questions/records/since-last.ts';
import { judgedSpan, latestFlags } from '#lib/questions/trend/latest-flags.ts';
import { monthSpan } from '#lib/questions/trend/month-words.ts';
import type { TrendResult } from '#lib/questions/trend/result.ts';
import { trendSeries } from '#lib/questions/trend/series.ts';

type Answers = Readonly<{ records: Answer<RecordsResult>; overview: Answer<OverviewResult>; before: Answer<OverviewResult> | null; trend: Answer<TrendResult>; completeness: Answer<CompletenessResult> }>;

/** What a director looks for first: what is new, which months stand out, and how much the records can tell at all. */
export function glance({ records, overview, before, trend, completeness }: Answers, filters: Filters, measure: Measure) {
	const { minimumCell } = overview.method;
	const results = before === null || before.snapshot.synthetic !== overview.snapshot.synthetic ? [] : sinceBefore(overview.all, before.all, measure, minimumCell);
	return [
		{ label: 'Since the last import', texts: [sinceLast(records.snapshots, minimumCell), ...results], link: { text: 'Snapshots and imports', href: '/data' } },
		{ label: 'Months that stand out', texts: monthTexts(trend, measure), link: { text: 'Month by month', href: address('/trend', filters) } },
		{ label: 'What the records can tell', texts: [followUpSentence(followUpsOf(completeness))], link: { text: 'What is missing', href: '/data' } },
	];
}

/** As many as are read at a glance. */
const most = 3;

function monthTexts(trend: TrendResult, measure: Measure): string[] {
	const series = trendSeries(trend, measure);
	const span = judgedSpan(trend, series);
	const flags = latestFlags(trend, series);
	if (span === null) return [`No month can be judged: ${trend.reason ?? 'too few can be shown'}.`];
	if (flags.length > most) return [...flags.slice(0, most).map(({ words }) => words), `${flags.length - most} more in the charts by month.`];
	return flags.length === 0 ? [`None, ${monthSpan(span.from, span.to)}: changes from month to month are no more than chance would have them.`] : flags.map(({ words }) => words);
}
