import type { Measure } from '#lib/codebook/schema.ts';
import { judgedSpan, latestFlags } from './latest-flags.ts';
import { monthSpan } from './month-words.ts';
import type { TrendResult } from './result.ts';
import { trendSeries } from './series.ts';

/** Whether the months judged last stand out from the variation between months. */
export function trendSentence(result: TrendResult, measure: Measure): string {
	const series = trendSeries(result, measure);
	const span = judgedSpan(result, series);
	if (span === null) return `Nothing can be said of months: ${result.reason ?? 'too few of them can be shown'}.`;
	const flags = latestFlags(result, series);
	const when = monthSpan(span.from, span.to);
	if (flags.length === 0) return `Nothing stands out from the variation between months, ${when}.`;
	return `Months stand out, ${when}. ${flags.map(({ words }) => words).join(' ')} A flag is a reason to look, not a finding.`;
}
