import { z } from 'zod';
import simulation from '#data/validation/simulation.json' with { type: 'json' };
import { count, decimal, signed } from '#lib/charts/number.ts';
import type { Table } from '#lib/charts/drawing.ts';

const performance = z.object({ bias: z.number(), rmse: z.number(), coverage: z.number(), coverageError: z.number() });
const line = z.object({ at: z.string(), episodes: z.number(), cohorts: z.number(), estimates: z.number(), performance: performance.nullable() });
const unit = z.enum(['points', 'share', 'money']);
const estimator = z.object({ name: z.string(), unit, aim: z.string(), doubt: z.string().nullable(), lines: z.array(line) });
const rate = z.object({ name: z.string(), episodes: z.number(), expected: z.number().nullable(), of: z.number(), share: z.number().nullable(), error: z.number().nullable() });
const ofQuestion = z.object({ question: z.string(), estimators: z.array(estimator), rates: z.array(rate) });
const study = z.object({ seed: z.number(), truth: z.number(), sizes: z.array(z.object({ episodes: z.number(), cohorts: z.number() })), questions: z.array(ofQuestion) });

type Line = z.infer<typeof line>;
type Estimator = z.infer<typeof estimator>;

/** What the simulation found of a question: in a sentence, in one for each estimator whose intervals miss, and in full. */
export type Validated = Readonly<{ question: string; sentence: string; misses: readonly string[]; performance: Table | null; rates: Table | null }>;

/** The simulation study as it is kept in `data/validation`, by question. */
export function validated(kept: unknown = simulation): Validated[] {
	return study.parse(kept).questions.map(({ question, estimators, rates }) => {
		const judged = judgedSize(estimators);
		return {
			question,
			sentence: sentence(estimators, judged),
			misses: estimators.flatMap((each) => missOf(each, judged)),
			performance: estimators.length === 0 ? null : performanceTable(estimators, judged),
			rates: rates.length === 0 ? null : ratesTable(rates),
		};
	});
}

/** The share of 95 % intervals that should hold the truth. */
const should = { least: 0.93, most: 0.97 } as const;

/** Cohorts of 200 episodes are judged, or the largest where there are none of 200. */
function judgedSize(estimators: readonly Estimator[]): number {
	const sizes = estimators.flatMap(({ lines }) => lines.map(({ episodes }) => episodes));
	return sizes.includes(200) ? 200 : Math.max(0, ...sizes);
}

type Judged = Line & Readonly<{ performance: z.infer<typeof performance> }>;

/** The lines that are judged by how often their intervals held the truth. */
function judgedLines(lines: readonly Line[], judged: number): Judged[] {
	return lines.flatMap((each) => (each.episodes === judged && each.performance !== null ? [{ ...each, performance: each.performance }] : []));
}

/** Where intervals hold the truth more or less often than they should. */
function off({ performance: { coverage } }: Judged): 'low' | 'high' | null {
	if (coverage < should.least) return 'low';
	return coverage > should.most ? 'high' : null;
}

function sentence(estimators: readonly Estimator[], judged: number): string {
	const all = estimators.flatMap(({ lines }) => judgedLines(lines, judged));
	if (all.length === 0) return '';
	const good = all.filter((each) => off(each) === null);
	const drawn = `Of ${count(judged)} episodes each, ${count(Math.max(...all.map(({ cohorts }) => cohorts)))} cohorts were drawn.`;
	if (good.length === 0) return `${drawn} The intervals missed:`;
	const found = `${drawn} In ${coverages(good)} of those that could make an estimate its interval held the truth`;
	return good.length === all.length ? `${found}, whichever the estimate.` : `${found}, but for these estimates:`;
}

function missOf({ name, doubt, lines }: Estimator, judged: number): string[] {
	const missing = judgedLines(lines, judged).filter((each) => off(each) !== null);
	const rare = missing.filter((each) => doubt === null && !isChance(each) && refused(each) > mostRefused);
	const others = missing.filter((each) => !rare.includes(each));
	const miss = (these: readonly Judged[], why: string) => (these.length === 0 ? [] : [`${name} (${these.map(({ at }) => at).join(', ')}): ${coverages(these)}. ${why}`]);
	return [
		...miss(others, doubt ?? (others.every(isChance) ? 'With so many cohorts, chance alone can take it that far.' : 'The reason is not known.')),
		...miss(rare, 'Most cohorts of that size cannot make this estimate, and those that can are not like the others.'),
	];
}

/** Where more cohorts than this could make no estimate, the others are a selection. */
const mostRefused = 0.5;

function refused({ cohorts, estimates }: Line): number {
	return cohorts === 0 ? 0 : 1 - estimates / cohorts;
}

/** Nearer to what it should be than two and a half times the Monte-Carlo error. */
function isChance({ performance: { coverage, coverageError } }: Judged): boolean {
	return coverage + 2.5 * coverageError >= should.least && coverage - 2.5 * coverageError <= should.most;
}

function coverages(lines: readonly Judged[]): string {
	const shares = lines.map(({ performance: { coverage } }) => coverage);
	const [least, most] = [percent(Math.min(...shares)), percent(Math.max(...shares))];
	return least === most ? `${most}\u00a0%` : `${least} to ${most}\u00a0%`;
}

function performanceTable(estimators: readonly Estimator[], judged: number): Table {
	return {
		caption: 'Share of the cohorts that could make no estimate, in percent; of the others, bias and root mean squared error in points of the score, in percentage points of a share, or in the currency, and share of 95\u00a0% intervals that held the truth, in percent, with its Monte-Carlo error; a dash where fewer than 30 could make one',
		columns: ['Estimate', 'Of', 'Episodes', 'Cohorts', 'Not estimable', 'Bias', 'RMSE', 'Coverage', 'Error'],
		rows: estimators.flatMap(({ name, unit: in_, lines }) => lines.map((each) => [name, each.at, count(each.episodes), count(each.cohorts), `${percent(refused(each))}\u00a0%`, ...performed(each, in_, judged)])),
	};
}

const digits = { points: 2, share: 1, money: 2 } as const;

function performed(each: Line, in_: Estimator['unit'], judged: number): string[] {
	if (each.performance === null) return ['–', '–', '–', '–'];
	const { bias, rmse, coverage, coverageError } = each.performance;
	const [mark = null] = judgedLines([each], judged).map(off);
	return [signed(scaled(bias, in_), digits[in_]), decimal(scaled(rmse, in_), digits[in_]), `${percent(coverage)}\u00a0%${mark === null ? '' : ` (${mark})`}`, percent(coverageError)];
}

function scaled(value: number, in_: Estimator['unit']): number {
	return in_ === 'share' ? 100 * value : value;
}

function ratesTable(rates: readonly z.infer<typeof rate>[]): Table {
	return {
		caption: 'How often a rule speaks where nothing differs and nothing changes, in percent, with its Monte-Carlo error; months here may be smaller than would be shown',
		columns: ['What', 'Episodes', 'Counted', 'Expected', 'Found', 'Error'],
		rows: rates.map(({ name, episodes, of, expected, share, error }) => [name, count(episodes), count(of), expected === null ? '–' : `${percent(expected)}\u00a0%`, share === null ? '–' : `${percent(share)}\u00a0%`, error === null ? '–' : percent(error)]),
	};
}

function percent(share: number): string {
	return decimal(100 * share, 1);
}
