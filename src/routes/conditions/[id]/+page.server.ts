import { error } from '@sveltejs/kit';
import { measureOf } from '#lib/charts/measure.ts';
import { address, filterBar } from '#lib/components/filter-bar.ts';
import { departureSentence, reasons } from '#lib/questions/departure/words.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import { gapSentence, isShown } from '#lib/questions/recovery/words.ts';
import { answer } from '#lib/server/answer.ts';
import type { PageServerLoad } from './$types';
import { departureFigure, distributionFigure, protocolFigure, recoveryFigure } from './figures.server.ts';

export const load: PageServerLoad = async ({ locals: { warehouse }, params: { id }, url }) => {
	const chosen = parseFilters(url.searchParams);
	const filters = { ...chosen, condition: [id], by: null };
	const records = await answer(warehouse, 'records', parseFilters(new URLSearchParams()));
	const { codebook, vocabulary } = records;
	const condition = codebook.conditions.find((each) => each.id === id);
	if (condition === undefined) error(404, `no condition of the codebook is called: ${id}`);
	const [recovery, departure, protocols] = await Promise.all([
		answer(warehouse, 'recovery', filters),
		answer(warehouse, 'departure', filters),
		chosen.by === 'protocol' ? answer(warehouse, 'recovery', { ...filters, by: chosen.by }) : null,
	]);
	const source = (question: string, by: typeof chosen.by) => `/api/${question}?${searchOf({ ...filters, by })}`;
	const about = {
		name: condition.label,
		measure: measureOf(codebook, filters.measure),
		codebook,
		synthetic: recovery.snapshot.synthetic,
		sources: { recovery: source('recovery', null), departure: source('departure', null), protocols: source('recovery', 'protocol') },
	};
	const [curve, leaving] = [recovery.groups.find(isShown), departure.groups[0]];
	const link = (condition: string, by: typeof chosen.by) => address(`/conditions/${encodeURIComponent(condition)}`, { ...chosen, condition: [], by });
	return {
		stamp: { ...recovery.snapshot, minimumCell: recovery.method.minimumCell },
		condition: { id, label: condition.label },
		conditions: vocabulary.condition.map(({ value, label }) => ({ label, href: link(value, chosen.by), current: value === id })),
		views: [
			{ label: 'All protocols together', href: link(id, null), current: chosen.by === null },
			{ label: 'Protocol by protocol', href: link(id, 'protocol'), current: chosen.by === 'protocol' },
		],
		bar: filterBar(url.pathname, { ...chosen, condition: [] }, records, ['condition']),
		sentence: curve === undefined ? null : gapSentence(curve, about.measure),
		curve: curve === undefined ? null : recoveryFigure(curve, about),
		protocols: protocols === null ? null : protocolFigure(protocols.groups, about),
		distribution: curve === undefined ? null : distributionFigure(curve, about),
		departure: leaving === undefined ? null : { sentence: departureSentence(leaving, about.measure), figure: departureFigure(leaving, about), reasons: reasons(leaving, codebook) },
		caveats: [...new Set([...recovery.caveats, ...(protocols?.caveats ?? []), ...departure.caveats])],
		methods: [
			{ name: 'the recovery curve', method: recovery.method },
			{ name: 'the comparison of who left', method: departure.method },
		],
	};
};
