import { z } from 'zod';
import simulation from '#data/validation/simulation.json' with { type: 'json' };
import { count, decimal, signed } from '#lib/charts/number.ts';
import type { Table } from '#lib/charts/drawing.ts';

const line = z.object({ at: z.string(), episodes: z.number(), estimates: z.number(), bias: z.number(), rmse: z.number(), coverage: z.number(), coverageError: z.number() });
const unit = z.enum(['points', 'share', 'money']);
const estimator = z.object({ name: z.string(), unit, aim: z.string(), doubt: z.string().nullable(), lines: z.array(line) });
const rate = z.object({ name: z.string(), episodes: z.number(), expected: z.number().nullable(), of: z.number(), share: z.number(), error: z.number() });
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

/** Where intervals hold the truth more or less often than they should, at the size that is judged. */
function mark({ episodes, coverage }: Line, judged: number): 'low' | 'high' | null {
	if (episodes !== judged) return null;
	if (coverage < should.least) return 'low';
	return coverage > should.most ? 'high' : null;
}

function sentence(estimators: readonly Estimator[], judged: number): string {
	const all = estimators.flatMap(({ lines }) => lines.filter(({ episodes }) => episodes === judged));
	if (all.length === 0) return '';
	const good = all.filter((each) => mark(each, judged) === null);
	const [drawn, cohorts] = [`Of ${count(judged)} episodes each`, count(Math.max(...all.map(({ estimates }) => estimates)))];
	if (good.length === 0) return `${drawn}, ${cohorts} cohorts were drawn. The intervals missed:`;
	const found = `${drawn}, ${cohorts} cohorts were drawn. In ${coverages(good)} of them the interval held the truth`;
	return good.length === all.length ? `${found}, whichever the estimate.` : `${found}, but for these estimates:`;
}

function missOf({ name, doubt, lines }: Estimator, judged: number): string[] {
	const missing = lines.filter((each) => mark(each, judged) !== null);
	if (missing.length === 0) return [];
	const things = missing.map(({ at }) => at).join(', ');
	return [`${name} (${things}): ${coverages(missing)}. ${doubt ?? (missing.every(isChance) ? 'With so many cohorts, chance alone can take it that far.' : 'The reason is not known.')}`];
}

/** Nearer to what it should be than two and a half times the Monte-Carlo error. */
function isChance({ coverage, coverageError }: Line): boolean {
	return coverage + 2.5 * coverageError >= should.least && coverage - 2.5 * coverageError <= should.most;
}

function coverages(lines: readonly Line[]): string {
	const shares = lines.map(({ coverage }) => coverage);
	const [least, most] = [percent(Math.min(...shares)), percent(Math.max(...shares))];
	return least === most ? `${most}\u00a0%` : `${least} to ${most}\u00a0%`;
}

function performanceTable(estimators: readonly Estimator[], judged: number): Table {
	return {
		caption: 'Bias and root mean squared error in points of the score, in percentage points of a share, or in the currency; share of 95\u00a0% intervals that held the truth, in percent, with its Monte-Carlo error',
		columns: ['Estimate', 'Of', 'Episodes', 'Cohorts', 'Bias', 'RMSE', 'Coverage', 'Error'],
		rows: estimators.flatMap(({ name, unit: in_, lines }) => lines.map((each) => [name, each.at, count(each.episodes), count(each.estimates), signed(scaled(each.bias, in_), digits[in_]), decimal(scaled(each.rmse, in_), digits[in_]), marked(each, judged), percent(each.coverageError)])),
	};
}

const digits = { points: 2, share: 1, money: 2 } as const;

function scaled(value: number, in_: Estimator['unit']): number {
	return in_ === 'share' ? 100 * value : value;
}

function marked(each: Line, judged: number): string {
	const off = mark(each, judged);
	return `${percent(each.coverage)}\u00a0%${off === null ? '' : ` (${off})`}`;
}

function ratesTable(rates: readonly z.infer<typeof rate>[]): Table {
	return {
		caption: 'How often a rule speaks where nothing differs and nothing changes, in percent, with its Monte-Carlo error',
		columns: ['What', 'Episodes', 'Counted', 'Expected', 'Found', 'Error'],
		rows: rates.map(({ name, episodes, of, expected, share, error }) => [name, count(episodes), count(of), expected === null ? '–' : `${percent(expected)}\u00a0%`, `${percent(share)}\u00a0%`, percent(error)]),
	};
}

function percent(share: number): string {
	return decimal(100 * share, 1);
}
