import { trend } from '#lib/questions/trend/trend.server.ts';
import { askingCohorts } from './asking-cohorts.ts';
import type { Cohorts } from './draw-cohorts.ts';
import { rate, type Rate } from './rate.ts';

const series = { change: 'mean change', response: 'share that responded', completion: 'share completed', adverse: 'adverse events' } as const;
const names = ['change', 'response', 'completion', 'adverse'] as const;

/** How often a chart of a world in which nothing changes has no limits, how often it shows a flag where it has some, and how many of its months carry one. */
export async function trendRates(cohorts: Cohorts, episodes: number): Promise<Rate[]> {
	const charts: { name: (typeof names)[number]; judged: number; flagged: number }[] = [];
	for (const cohort of cohorts.names) {
		const asking = await askingCohorts(cohorts, [cohort]);
		const result = trend.protect(await trend.ask(asking), asking.minimumCell);
		for (const name of names) {
			const points = result[name].points.filter(({ open, value, centre }) => !open && value !== null && centre !== null);
			charts.push({ name, judged: points.length, flagged: points.filter(({ signals }) => signals.length > 0).length });
		}
	}
	return names.flatMap((name) => {
		const own = charts.filter((chart) => chart.name === name);
		const limited = own.filter(({ judged }) => judged > 0);
		return [
			rate({ name: `Charts without limits: ${series[name]}`, episodes, expected: null }, own.map(({ judged }) => ({ of: 1, count: judged === 0 ? 1 : 0 }))),
			rate({ name: `Charts with a flag: ${series[name]}`, episodes, expected: null }, limited.map(({ flagged }) => ({ of: 1, count: flagged > 0 ? 1 : 0 }))),
			rate({ name: `Months with a flag: ${series[name]}`, episodes, expected: null }, limited.map(({ judged, flagged }) => ({ of: judged, count: flagged }))),
		];
	});
}
