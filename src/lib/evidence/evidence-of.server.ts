import { figureSlug } from '#lib/charts/figure-slug.ts';
import { measureOf } from '#lib/charts/measure.ts';
import { percent } from '#lib/charts/number.ts';
import { periodSaid } from '#lib/charts/period-said.ts';
import { standalone } from '#lib/charts/standalone.server.ts';
import { filterBar } from '#lib/components/filter-bar.ts';
import { captioned } from '#lib/figures/captioned.server.ts';
import type { Exportable } from '#lib/figures/exportable.server.ts';
import { thresholdWords } from '#lib/figures/threshold-words.ts';
import type { Filters } from '#lib/questions/answer.ts';
import type { Audience } from '#lib/questions/audience.ts';
import { causalWord } from '#lib/questions/claims/causal-words.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { stampedTable } from '#lib/questions/stamped-table.ts';
import { isTellable, tellable, type Tellable } from '#lib/questions/tellable.ts';
import { answer } from '#lib/server/answer.ts';
import { minimumFollowUp } from '#lib/server/minimum-follow-up.ts';
import { resolveFilters } from '#lib/server/resolve-filters.ts';
import type { Warehouse } from '#lib/server/warehouse/open.ts';
import { pinned } from '#lib/server/warehouse/pinned.ts';
import { courseSaid } from './course-said.ts';
import { designOf } from './design-of.server.ts';
import type { Evidence, EvidenceSpec } from './evidence.ts';
import { evidenceSentence } from './evidence-sentence.ts';
import { ownFigures } from './own-figures.server.ts';
import { Refused } from './refused.ts';
import { saidBy } from './sayings.server.ts';
import { whomSaid } from './whom-said.ts';

/** The figure asked for, the sentence that it bears out and the numbers of both, all from one snapshot. Throws `Refused` where nothing may be printed. */
export async function evidenceOf(warehouse: Warehouse, { question, search, figure }: EvidenceSpec, audience: Audience = 'internal'): Promise<Evidence> {
	if (!isTellable(question)) throw new Refused(`${isQuestion(question) ? 'the question is for the clinic’s own eyes, not for print' : 'there is no such question'}: ${question}. Take one of ${tellable.join(', ')}.`);
	return warehouse.hold(async (stamp, beside) => {
		const { filters, unknown } = resolveFilters(parseFilters(new URLSearchParams(search)), stamp.codebook);
		if (unknown.length > 0) throw new Refused(unknown.join('; '));
		if (filters.by !== null) throw new Refused('a sentence is of one group, not of parts side by side: leave out by, or ask comparison for two protocols.');
		return made(pinned(warehouse.folder, stamp, beside), question, { filters, figure, audience });
	});
}

type Wanted = Readonly<{ filters: Filters; figure: string; audience: Audience }>;

async function made<Name extends Tellable>(warehouse: Warehouse, name: Name, { filters, figure: slug, audience }: Wanted): Promise<Evidence> {
	const given = await answer(warehouse, name, filters, audience);
	const { codebook, ...records } = await answer(warehouse, 'records', parseFilters(new URLSearchParams()));
	const measure = measureOf(codebook, filters.measure);
	const said = saidBy(name, given, { codebook, measure, leastTold: minimumFollowUp() });
	const course = said.rest === undefined ? await courseOf(warehouse, { filters, audience }, measure) : { sentence: said.rest, keyNumbers: [] };
	const { design, trial } = designOf(name, given, codebook);
	const recorded = records.vocabulary.period.map(({ value }) => value);
	const { active } = filterBar('', filters, { codebook, ...records });
	const figure = chosen(ownFigures(name, given, codebook), slug, name);
	const caption = captioned(figure, { answer: given, question: questions[name].title, codebook, measure, active, trial, recorded });
	const whom = whomSaid(design === 'uncontrolled' ? active : active.filter(({ label }) => label !== 'Protocol'));
	const period = periodSaid(filters.period, recorded);
	const { snapshot } = given;
	const sentence = printable(evidenceSentence({ whom, lead: said.lead, rest: course.sentence, design, period, snapshot }), design);
	const named = measure.thresholds.filter(({ label }) => sentence.includes(label)).map((threshold) => thresholdWords(threshold, measure));
	return {
		spec: { question: name, search: searchOf(filters).toString(), figure: figureSlug(figure.title) },
		audience,
		snapshot,
		title: figure.title,
		subtitle: caption.subtitle,
		design,
		sentence,
		keyNumbers: [...said.keyNumbers, ...course.keyNumbers],
		numbers: stampedTable(questions[name].table(given), snapshot),
		svg: standalone(caption, 'page'),
		card: standalone(caption, 'card'),
		drawing: standalone(caption, 'bare'),
		alt: caption.inWords,
		notes: caption.notes,
		fine: [...new Set([...caption.fine, ...named])],
		method: given.method,
		caveats: given.caveats,
	};
}

async function courseOf(warehouse: Warehouse, { filters, audience }: Pick<Wanted, 'filters' | 'audience'>, measure: Parameters<typeof courseSaid>[0]['measure']) {
	const plain = { ...filters, axis: null, delta: null, rebase: null };
	const [overview, { followUp, method }] = await Promise.all([answer(warehouse, 'overview', plain, audience), answer(warehouse, 'completeness', plain, audience)]);
	const least = minimumFollowUp();
	if (followUp !== null && followUp.estimate < least) {
		throw new Refused(`only ${percent(followUp.estimate)} of the episodes have a first and a later score, and at least ${percent(least)} must have before their outcome may be printed. Ask patients who leave for a last score, or choose a period or clinic in which more were asked.`);
	}
	return courseSaid({ overview: overview.all, followUp, measure, minimumCell: method.minimumCell });
}

function chosen(figures: readonly Exportable[], slug: string, name: string): Exportable {
	const figure = figures.find(({ title }) => figureSlug(title) === slug) ?? (slug === '' ? figures[0] : undefined);
	if (figure === undefined) throw new Refused(figures.length === 0 ? `${name} has no figure for these filters: too few patients match. Choose a longer period, or fewer filters.` : `${name} has no figure called: ${slug}. Take one of ${figures.map(({ title }) => figureSlug(title)).join(', ')}.`);
	return figure;
}

function printable(sentence: string, design: Evidence['design']): string {
	const word = design === 'randomised' ? undefined : causalWord(sentence);
	if (word !== undefined) throw new Refused(`the sentence would say more than records without a lot can: “${word}”. Name the condition or protocol otherwise in the codebook.`);
	return sentence;
}
