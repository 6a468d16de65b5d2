import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { trendChart } from '#lib/questions/trend/chart.ts';
import type { TrendResult } from '#lib/questions/trend/result.ts';
import { trendSeries } from '#lib/questions/trend/series.ts';
import { trendReadings } from '#lib/questions/trend/trend-readings.ts';
import { isShown, trendLabel, trendMargin, trendNotes, trendTable } from '#lib/questions/trend/words.ts';

/** One figure for each series that has a month to show. */
export function trendFigures(answer: Answer<TrendResult>, { measure, source }: Readonly<{ codebook: Codebook; measure: Measure; source: string }>) {
	return trendSeries(answer, measure)
		.map((series) => ({ series, chart: answer[series.name] }))
		.filter(({ chart }) => isShown(chart))
		.map(({ series, chart }) => ({
			source,
			title: series.title,
			notes: trendNotes(chart, series),
			margin: trendMargin(chart, series),
			drawings: drawBoth((size) => trendChart(chart, series, size), trendLabel(chart, series, answer.snapshot.synthetic)),
			readings: trendReadings(chart, series),
			unit: 'Month',
			table: trendTable(chart, series),
		}));
}
