import { interval, plural, signed } from '#lib/charts/number.ts';
import { noun } from '#lib/charts/measure.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { ComparisonResult } from './result.ts';
import { digitsOf, forests, sidesOfZero, type Forest } from './words.ts';

/** What comes of comparing protocols, said no more strongly than the intervals allow; at most two pairs are told of. */
export function comparisonSentence(result: ComparisonResult, codebook: Codebook, measure: Measure): string {
	const all = forests(result, codebook);
	if (all.length === 0) return refusalSentence(result);
	const told = [...all].sort((a, b) => b.blocks.length - a.blocks.length).slice(0, 2);
	return [...told.map((forest) => forestSentence(forest, measure)), ...(all.length > told.length ? [`${plural(all.length - told.length, 'further pair')} of protocols below.`] : [])].join(' ');
}

function refusalSentence({ conditions }: ComparisonResult): string {
	const reasons = [...new Set(conditions.flatMap(({ refusal }) => refusal ?? []))];
	return reasons.length === 0 ? 'No two protocols can be compared: no episode matches these filters.' : `No two protocols can be compared here: ${reasons.join('; ')}.`;
}

function forestSentence(forest: Forest, measure: Measure): string {
	const { first, second, blocks } = forest;
	const block = blocks.find(({ pooled }) => pooled) ?? blocks[0];
	const difference = block?.differences.find(({ kind }) => kind === 'weighted')?.difference;
	if (block === undefined || difference === undefined) return `For “${first}” and “${second}” no weighted difference can be given; the plain one is below.`;
	const where = block.pooled ? `Over ${block.counts} together` : block.name;
	const limits = `difference ${signed(difference.estimate, digitsOf(measure))}, 95\u00a0% interval ${interval(difference, (value) => signed(value, digitsOf(measure)))} ${measure.unit}`;
	const scores = noun(measure) === 'pain' ? 'pain scores' : `${noun(measure)}s`;
	if (difference.lower <= 0 && difference.upper >= 0) return `${where}: last ${scores} of patients with “${first}” and of like patients with “${second}” differ no more than chance would have it (${limits}).`;
	const { below, above } = sidesOfZero(forest, measure);
	const [better, other] = difference.estimate < 0 ? [below, above] : [above, below];
	return `${where}: patients with “${better}” reported better last ${scores} than like patients with “${other}” (${limits}).`;
}
