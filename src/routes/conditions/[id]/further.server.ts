import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { address } from '#lib/components/filter-bar.ts';
import { figuresOf } from '#lib/figures/figures-of.server.ts';
import type { Filters } from '#lib/questions/answer.ts';
import { comparisonSentence } from '#lib/questions/comparison/comparison-sentence.ts';
import { searchOf } from '#lib/questions/filters.ts';
import { prognosisSentence } from '#lib/questions/prognosis/prognosis-sentence.ts';
import { responseSentence } from '#lib/questions/response/response-sentence.ts';
import { tolerabilitySentence } from '#lib/questions/tolerability/tolerability-sentence.ts';
import { answer } from '#lib/server/answer.ts';
import { anyway } from './anyway.server.ts';

type About = Readonly<{ filters: Filters; codebook: Codebook; measure: Measure }>;

/** What a therapist asks next of a condition: what might have happened anyway, when patients responded, what to expect without a response, which protocol, and how it is tolerated. */
export async function further({ warehouse }: App.Locals, { filters: chosen, codebook, measure }: About) {
	const filters = { ...chosen, by: null, axis: null, delta: null, rebase: null };
	const [recovery, response, prognosis, comparison, tolerability] = await Promise.all([
		answer(warehouse, 'recovery', filters),
		answer(warehouse, 'response', filters),
		answer(warehouse, 'prognosis', filters),
		answer(warehouse, 'comparison', filters),
		answer(warehouse, 'tolerability', filters),
	]);
	const about = (name: string) => ({ codebook, measure, source: `/api/${name}?${searchOf(filters)}` });
	const method = (name: string) => ({ text: 'All numbers, method and SQL', href: address(`/questions/${name}`, filters) });
	return [
		anyway(recovery, { filters, ...about('recovery') }),
		{ id: 'response', heading: 'When they responded', sentence: responseSentence(response), links: [method('response')], caveats: response.caveats, figures: figuresOf('response', response, about('response')) },
		{ id: 'prognosis', heading: 'No response yet: when to think again', sentence: prognosisSentence(prognosis), links: [method('prognosis')], caveats: prognosis.caveats, figures: figuresOf('prognosis', prognosis, about('prognosis')) },
		{
			id: 'comparison',
			heading: 'Protocols compared',
			sentence: comparisonSentence(comparison, codebook, measure),
			links: [{ text: 'Choose two protocols', href: address('/protocols', filters) }, method('comparison')],
			caveats: comparison.caveats,
			figures: figuresOf('comparison', comparison, about('comparison')),
		},
		{
			id: 'tolerability',
			heading: 'The days after a visit',
			sentence: tolerabilitySentence(tolerability),
			links: [{ text: 'All conditions', href: address('/safety', { ...filters, condition: [] }) }, method('tolerability')],
			caveats: tolerability.caveats,
			figures: figuresOf('tolerability', tolerability, about('tolerability')),
		},
	];
}
