import { error } from '@sveltejs/kit';
import { measureOf } from '#lib/charts/measure.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { compareBar } from '#lib/components/compare-bar.ts';
import { address, filterBar, keptIn } from '#lib/components/filter-bar.ts';
import { departureFigure, distributionFigure, partsFigure, recoveryFigure } from '#lib/figures/condition-figures.server.ts';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import { comparedFilters, comparedTerms } from '#lib/questions/compared-filters.ts';
import type { DepartureResult } from '#lib/questions/departure/result.ts';
import { departureSentence, reasons } from '#lib/questions/departure/words.ts';
import { listFilters, parseFilters, partings, searchOf } from '#lib/questions/filters.ts';
import { noEpisode } from '#lib/questions/no-episode.ts';
import { partingWords } from '#lib/questions/recovery/parts-words.ts';
import type { RecoveryGroup, RecoveryResult } from '#lib/questions/recovery/result.ts';
import { shiftRange, shiftSentence, tippingSentence } from '#lib/questions/recovery/shift-words.ts';
import { gapSentence, isShown } from '#lib/questions/recovery/words.ts';
import { answer } from '#lib/server/answer.ts';
import type { PageServerLoad } from './$types';
import { asked } from '../../asked.server.ts';
import { beside } from '../../beside.server.ts';
import { later } from '../../later.server.ts';
import { offered } from '../../offered.server.ts';
import { conditionGroup } from './condition-group.server.ts';
import { further } from './further.server.ts';

export const load: PageServerLoad = async ({ isDataRequest, locals, params: { id }, url }) => {
	const { warehouse } = locals;
	const chosen = parseFilters(url.searchParams);
	const filters = { ...chosen, condition: [id], by: null };
	const records = await answer(warehouse, 'records', parseFilters(new URLSearchParams()));
	const { codebook, vocabulary } = records;
	const condition = codebook.conditions.find((each) => each.id === id);
	if (condition === undefined) error(404, `no condition of the codebook is called: ${id}`);
	const measure = measureOf(codebook, filters.measure);
	const terms = comparedTerms(url.searchParams).filter((term) => !term.startsWith('condition:'));
	const second = comparedFilters(new URLSearchParams(terms.map((term) => ['compare', term])), filters);
	const link = (condition: string, change: Partial<Filters>) => address(`/conditions/${encodeURIComponent(condition)}`, { ...chosen, condition: [], ...change }, terms);
	const common = (left: typeof records) => ({
		condition: { id, label: condition.label },
		conditions: vocabulary.condition.map(({ value, label }) => ({ label, href: link(value, {}), current: value === id })),
		axes: ([null, 'weeks'] as const).map((each) => ({ label: each === null ? 'Session by session' : 'Week by week', href: link(id, { axis: each }), current: chosen.axis === each })),
		bar: filterBar(url.pathname, { ...chosen, condition: [] }, left, ['condition'], terms),
		compare: compareBar(url.pathname, { ...chosen, condition: [] }, left, ['condition'], terms),
	});
	if (second !== null) {
		const about = { name: condition.label, codebook, measure };
		const [a, b, left] = await Promise.all([conditionGroup(locals, filters, about), conditionGroup(locals, second, about), offered(locals, filters)]);
		return {
			...common(left),
			stamp: { ...a.recovery.snapshot, minimumCell: a.recovery.method.minimumCell },
			beside: await beside(locals, [a, b], { records, measure }),
			care: { part: { caveats: [...new Set([...a.recovery.caveats, ...b.recovery.caveats])], methods: [methodOf('the recovery curve', a.recovery)] } },
		};
	}
	const first = Promise.all([
		asked(locals, 'recovery', filters).then((given) => given.answer),
		chosen.by === null ? null : answer(warehouse, 'recovery', { ...filters, by: chosen.by }),
		offered(locals, filters),
	]);
	const source = (question: string, by: Filters['by']) => `/api/${question}?${searchOf({ ...filters, by })}`;
	const sources = { recovery: source('recovery', null), departure: source('departure', null), parts: source('recovery', chosen.by) };
	const course = first.then(([{ groups, snapshot }]) => ({ curve: groups.find(isShown), about: { name: condition.label, measure, codebook, synthetic: snapshot.synthetic, sources } }));
	const after = isDataRequest ? Promise.all([first, locals.sent]) : null;
	const leaving = async () => answer(warehouse, 'departure', filters);
	const [[recovery, parts, left], { curve, about }, departure, distribution, more, care] = await Promise.all([
		first,
		course,
		later(after, async () => whoLeft(await leaving(), await course)),
		later(after, async () => course.then((its) => (its.curve === undefined ? null : distributionFigure(its.curve, its.about)))),
		further(locals, { filters, codebook, measure }, after, course.then((its) => (its.curve === undefined ? 0 : 3))),
		later(after, async () => first.then(async ([given, byPart]) => careOf(given, byPart, await leaving()))),
	]);
	const parted = partings.filter((by) => vocabulary[by].length > 1 || chosen.by === by);
	const sections = [...(curve === undefined ? [] : [{ id: 'departure', heading: 'Who left' }, { id: 'distribution', heading: 'Behind the mean' }]), ...more];
	return {
		...common(left),
		beside: null,
		stamp: { ...recovery.snapshot, minimumCell: recovery.method.minimumCell },
		views: [null, ...parted].map((by) => ({ label: by === null ? 'All' : by === 'chronicity' ? 'By duration' : `By ${partingWords[by]}`, href: link(id, { by }), current: chosen.by === by })),
		onThisPage: sections.map((each) => ({ label: each.heading, href: `#${each.id}`, current: false })),
		sentence: curve === undefined ? nothingSentence(recovery.caveats) : gapSentence(curve, measure),
		curve: curve === undefined ? null : recoveryFigure(curve, about),
		shift: curve === undefined ? null : shiftOf(curve, measure, chosen),
		parts: parts === null || chosen.by === null ? null : partsFigure(parts.groups, chosen.by, about),
		departure,
		distribution,
		further: more,
		care,
	};
};

type Course = Readonly<{ curve: RecoveryGroup | undefined; about: Parameters<typeof departureFigure>[1] }>;

function whoLeft({ groups: [leaving] }: Answer<DepartureResult>, { curve, about }: Course) {
	return leaving === undefined || curve === undefined ? null : { sentence: departureSentence(leaving, about.measure), figure: departureFigure(leaving, about), reasons: reasons(leaving, about.codebook) };
}

/** What the first figures cannot say, and how they are made. */
function careOf(recovery: Answer<RecoveryResult>, parts: Answer<RecoveryResult> | null, departure: Answer<DepartureResult>) {
	return {
		caveats: [...new Set([...recovery.caveats, ...(parts?.caveats ?? []), ...departure.caveats])],
		methods: [methodOf('the recovery curve', recovery), methodOf('the comparison of who left', departure)],
	};
}

function methodOf(name: string, { question, filters }: Answer<object>) {
	return { name, href: `${address(`/questions/${question}`, filters)}#care` };
}

/** Why there is no curve. */
function nothingSentence(caveats: readonly string[]): string {
	return caveats.includes(noEpisode) ? 'No episode of this condition matches these filters.' : 'There are too few patients for figures from which nobody can be told; they are withheld.';
}

/** What the slider shows and says; null where there is no curve to shift. */
function shiftOf(curve: RecoveryGroup, measure: Measure, chosen: Filters) {
	const sentences = [shiftSentence(curve, measure), tippingSentence(curve, measure)].filter((sentence) => sentence !== null);
	const lists = listFilters.flatMap(({ name, property }) => chosen[property].map((value) => ({ name, value })));
	return curve.points.filter(({ adjusted }) => adjusted !== null).length > 1 ? { delta: curve.delta, ...shiftRange(measure), unit: measure.unit, sentences, kept: [...lists, ...keptIn(chosen, ['delta'])] } : null;
}
