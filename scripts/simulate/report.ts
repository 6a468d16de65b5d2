import { aims, estimators, type Estimator } from './estimators.ts';
import type { Line } from './lines.ts';
import type { Rate } from './rate.ts';
import type { Simulated } from './study.ts';

type Settings = Readonly<{ seed: number; truth: number; sizes: readonly Readonly<{ episodes: number; cohorts: number }>[] }>;

/** The study as it is kept: by question and estimator, with what each estimator aims at and why it may miss. */
export type Report = Settings & Readonly<{ questions: readonly OfQuestion[] }>;

type OfQuestion = Readonly<{ question: string; estimators: readonly OfEstimator[]; rates: readonly Rate[] }>;
type OfEstimator = Readonly<{ name: string; unit: Estimator['unit']; aim: string; doubt: string | null; lines: readonly Omit<Line, 'estimator'>[] }>;

export function report(settings: Settings, found: readonly Simulated[]): Report {
	return {
		...settings,
		questions: found.map(({ question, lines, rates }) => ({
			question,
			estimators: estimators.flatMap((each) => {
				const own = lines.filter(({ estimator }) => each.question === question && estimator === each.name);
				return own.length === 0 ? [] : [{ name: each.name, unit: each.unit, aim: aims[each.aim], doubt: each.doubt, lines: own.map(lineOf) }];
			}),
			rates,
		})),
	};
}

/** Rounded to what the simulation can tell. */
function lineOf({ estimator: _estimator, performance, ...line }: Line): Omit<Line, 'estimator'> {
	if (performance === null) return { ...line, performance };
	const { bias, rmse, coverage, coverageError } = performance;
	return { ...line, performance: { bias: rounded(bias), rmse: rounded(rmse), coverage: rounded(coverage), coverageError: rounded(coverageError) } };
}

function rounded(value: number): number {
	return Number(value.toPrecision(6));
}
