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
import { afterwards, later } from '../../later.server.ts';
import { anyway } from './anyway.server.ts';

type About = Readonly<{ filters: Filters; codebook: Codebook; measure: Measure }>;
type Links = readonly Readonly<{ text: string; href: string }>[];

/**
 * What a therapist asks next of a condition: what might have happened anyway, when patients responded, what to expect without a response, which protocol, and how it is tolerated.
 * It comes after `first`; the number of its first figure follows those `before` it.
 */
export async function further({ warehouse }: App.Locals, { filters: chosen, codebook, measure }: About, first: Promise<unknown> | null, before: Promise<number>) {
	const filters = { ...chosen, by: null, axis: null, delta: null, rebase: null };
	const about = (name: string) => ({ codebook, measure, source: `/api/${name}?${searchOf(filters)}` });
	const method = (name: string) => ({ text: 'All numbers, method and SQL', href: address(`/questions/${name}`, filters) });
	/** One is drawn while the next is worked out. */
	const make = async <Name extends QuestionName>(name: Name, sentence: (given: Answer<Results[Name]>) => string, links: Links = []) => {
		const given = await answer(warehouse, name, filters);
		return { sentence: sentence(given), links: [...links, method(name)], caveats: given.caveats, figures: figuresOf(name, given, about(name)), table: null };
	};
	const sections = [
		{ id: 'anyway', heading: 'What might have happened anyway', made: afterwards(first, async () => anyway(await answer(warehouse, 'recovery', filters), { filters, ...about('recovery') })) },
		{ id: 'response', heading: 'When they responded', made: afterwards(first, async () => make('response', responseSentence)) },
		{ id: 'prognosis', heading: 'No response yet: when to think again', made: afterwards(first, async () => make('prognosis', prognosisSentence)) },
		{ id: 'comparison', heading: 'Protocols compared', made: afterwards(first, async () => make('comparison', (given) => comparisonSentence(given, codebook, measure), [{ text: 'Choose two protocols', href: address('/protocols', filters) }])) },
		{ id: 'tolerability', heading: 'The days after a visit', made: afterwards(first, async () => make('tolerability', tolerabilitySentence, [{ text: 'All conditions', href: address('/safety', { ...filters, condition: [] }) }])) },
	];
	return Promise.all(
		sections.map(async ({ id, heading, made }, index) => {
			const counts = [before, ...sections.slice(0, index).map((each) => each.made.then(({ figures }) => figures.length, () => 0))];
			const numbered = async () => ({ ...(await made), number: (await Promise.all(counts)).reduce((sum, count) => sum + count, 1) });
			return { id, heading, ...(await later(first, numbered)) };
		}),
	);
}
