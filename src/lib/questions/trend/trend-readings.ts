import type { Reading } from '#lib/charts/drawing.ts';
import { plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { monthName, monthNumber } from './month-words.ts';
import type { ProcessChart } from './result.ts';
import type { Series } from './series.ts';

/** What the chart says of each month; its months are counted from the first. */
export function trendReadings({ points }: ProcessChart, series: Series): Reading[] {
	const start = monthNumber(points[0]?.month ?? '0000-01');
	return points.map(({ month, value, n, centre, lower, upper }) => ({
		session: monthNumber(month) - start + 1,
		name: monthName(month),
		context: value === null ? withheld : n === null ? 'number of episodes withheld' : plural(n, 'episode'),
		values: [
			{ label: series.column, text: value === null ? '–' : series.write(value), value, tone: 'ink' },
			...(centre === null ? [] : [{ label: lower === null || upper === null ? 'centre' : 'centre and limits', text: lower === null || upper === null ? series.write(centre) : `${series.write(centre)} (${series.write(lower)} to ${series.write(upper)})`, value: null, tone: 'plain' } as const]),
		],
	}));
}
