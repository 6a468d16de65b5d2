import { noun } from '#lib/charts/measure.ts';
import { decimal, interval, signed } from '#lib/charts/number.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { ComparisonResult } from '#lib/questions/comparison/result.ts';
import { trialOf } from '#lib/questions/comparison/trial-of.ts';
import { differenceText, digitsOf, forests, kinds, type Forest } from '#lib/questions/comparison/words.ts';
import { Refused } from './refused.ts';
import type { Said } from './said.ts';

/** How the last scores of two protocols differ, what made their patients alike, and whether a lot did. */
export function comparisonSaid(result: ComparisonResult, codebook: Codebook, measure: Measure): Said {
	const trial = trialOf(result, codebook);
	const [forest] = forests(result, codebook);
	const block = forest?.blocks.find(({ pooled }) => pooled) ?? forest?.blocks[0];
	const kind = trial === undefined ? 'weighted' : 'ancova';
	const difference = block?.differences.find((each) => each.kind === kind)?.difference;
	if (forest === undefined || block === undefined || difference === undefined) {
		const reasons = [...new Set(result.conditions.flatMap(({ refusal }) => refusal ?? []))].join('; ');
		throw new Refused(`these two protocols cannot be compared${reasons === '' ? '' : `: ${reasons}`}. Choose two that more patients had, or a longer period.`);
	}
	const sizes = block.pooled ? `${block.counts} pooled` : `${block.name}, ${block.counts}`;
	const limits = `95\u00a0% interval of the difference ${interval(difference, (value) => signed(value, digitsOf(measure)))} ${measure.unit}; ${sizes}`;
	return {
		lead: `${apart(forest, difference, measure, trial === undefined)} (${limits}). ${trial === undefined ? observational : `Patients were given their protocol by lot: ${trial}.`}`,
		keyNumbers: kinds.flatMap(({ id, name }) => {
			const found = block.differences.find((each) => each.kind === id)?.difference;
			return found === undefined ? [] : [{ label: `Difference, ${name}, 95\u00a0% interval`, text: differenceText(found, measure) }];
		}),
	};
}

const observational = 'This is observational: therapists and patients chose the protocol, and the groups were made alike by weights for first score, chronicity, clinic, sex and age band.';

function apart({ first, second }: Forest, { estimate, lower, upper }: Readonly<{ estimate: number; lower: number; upper: number }>, measure: Measure, weighted: boolean): string {
	const scores = `last ${noun(measure) === 'pain' ? 'pain scores' : `${noun(measure)}s`}`;
	const whose = weighted ? `like patients with “${second}”` : `those with “${second}”`;
	if (lower <= 0 && upper >= 0) return `Patients with “${first}” and ${whose} reported ${scores} that differ no more than chance would have it`;
	return `Patients with “${first}” reported ${scores} ${decimal(Math.abs(estimate), digitsOf(measure))} ${measure.unit} ${estimate < 0 ? 'lower' : 'higher'} on average than ${whose}`;
}
