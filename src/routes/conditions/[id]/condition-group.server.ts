import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { departureFigure, distributionFigure, recoveryFigure } from '#lib/figures/condition-figures.server.ts';
import type { Filters } from '#lib/questions/answer.ts';
import { searchOf } from '#lib/questions/filters.ts';
import { gapSentence, isShown } from '#lib/questions/recovery/words.ts';
import { answer } from '#lib/server/answer.ts';
import { asked } from '../../asked.server.ts';
import { further } from './further.server.ts';

type About = Readonly<{ name: string; codebook: Codebook; measure: Measure }>;

/** One of two groups of a condition that are put beside one another: what can be seen of each by itself. */
export async function conditionGroup(locals: App.Locals, filters: Filters, { name, codebook, measure }: About) {
	const [recovery, departure, more] = await Promise.all([asked(locals, 'recovery', filters).then((given) => given.answer), answer(locals.warehouse, 'departure', filters), further(locals, { filters, codebook, measure }, null, Promise.resolve(0))]);
	const [curve, leaving] = [recovery.groups.find(isShown), departure.groups[0]];
	const [source, leavingSource] = [`/api/recovery?${searchOf(filters)}`, `/api/departure?${searchOf(filters)}`];
	const about = { name, measure, codebook, synthetic: recovery.snapshot.synthetic, sources: { recovery: source, departure: leavingSource, parts: source } };
	const sections = await Promise.all(more.filter(({ id }) => ofOneGroup.has(id)).map(async ({ part }) => part));
	const course = curve === undefined ? [] : [recoveryFigure(curve, about), ...(leaving === undefined ? [] : [departureFigure(leaving, about)]), distributionFigure(curve, about)];
	return {
		filters,
		sentence: curve === undefined ? 'Too few patients; their figures are withheld.' : gapSentence(curve, measure),
		figures: [...course, ...sections.flatMap(({ figures }) => figures)],
		recovery,
	};
}

/** Sections that tell of a group by itself: not of its protocols against one another, nor of what others published. */
const ofOneGroup = new Set(['response', 'prognosis', 'tolerability']);
