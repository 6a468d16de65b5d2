import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { address } from '#lib/components/filter-bar.ts';
import { figuresOf } from '#lib/figures/figures-of.server.ts';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import { comparisonSentence } from '#lib/questions/comparison/comparison-sentence.ts';
import { searchOf } from '#lib/questions/filters.ts';
import { prognosisSentence } from '#lib/questions/prognosis/prognosis-sentence.ts';
import type { QuestionName, Results } from '#lib/questions/registry.server.ts';
import { responseSentence } from '#lib/questions/response/response-sentence.ts';
import { tolerabilitySentence } from '#lib/questions/tolerability/tolerability-sentence.ts';
import { answer } from '#lib/server/answer.ts';
import { anyway } from './anyway.server.ts';

type About = Readonly<{ filters: Filters; codebook: Codebook; measure: Measure }>;

/** What a therapist asks next of a condition: what might have happened anyway, when patients responded, what to expect without a response, which protocol, and how it is tolerated. */
export async function further({ warehouse }: App.Locals, { filters: chosen, codebook, measure }: About) {
	const filters = { ...chosen, by: null, axis: null, delta: null, rebase: null };
	const about = (name: string) => ({ codebook, measure, source: `/api/${name}?${searchOf(filters)}` });
	const method = (name: string) => ({ text: 'All numbers, method and SQL', href: address(`/questions/${name}`, filters) });
	/** One is drawn while the next is worked out. */
	const section = async <Name extends QuestionName>(name: Name, heading: string, sentence: (given: Answer<Results[Name]>) => string, links: readonly Readonly<{ text: string; href: string }>[] = []) => {
		const given = await answer(warehouse, name, filters);
		return { id: name, heading, sentence: sentence(given), links: [...links, method(name)], caveats: given.caveats, figures: figuresOf(name, given, about(name)) };
	};
	return Promise.all([
		answer(warehouse, 'recovery', filters).then((recovery) => anyway(recovery, { filters, ...about('recovery') })),
		section('response', 'When they responded', responseSentence),
		section('prognosis', 'No response yet: when to think again', prognosisSentence),
		section('comparison', 'Protocols compared', (given) => comparisonSentence(given, codebook, measure), [{ text: 'Choose two protocols', href: address('/protocols', filters) }]),
		section('tolerability', 'The days after a visit', tolerabilitySentence, [{ text: 'All conditions', href: address('/safety', { ...filters, condition: [] }) }]),
	]);
}
