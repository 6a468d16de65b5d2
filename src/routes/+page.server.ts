import { draw } from '#lib/charts/draw.server.ts';
import { measureOf } from '#lib/charts/measure.ts';
import { address, filterBar } from '#lib/components/filter-bar.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import { conditionsTable, headline, lede, tiles } from '#lib/questions/overview/words.ts';
import { noEpisode } from '#lib/questions/no-episode.ts';
import { lastSession } from '#lib/questions/recovery/chart.ts';
import { multipleReadings, recoveryLabel, recoveryTable, recoveryTitle } from '#lib/questions/recovery/figure-words.ts';
import { multipleChart } from '#lib/questions/recovery/multiple-chart.ts';
import { isShown, multiplesSentence, withheldSentence } from '#lib/questions/recovery/words.ts';
import { answer } from '#lib/server/answer.ts';
import { overviewBefore } from '#lib/server/overview-before.ts';
import type { PageServerLoad } from './$types';
import { asked } from './asked.server.ts';
import { glance } from './glance.server.ts';
import { later } from './later.server.ts';
import { offered } from './offered.server.ts';

export const load: PageServerLoad = async ({ isDataRequest, locals, url }) => {
	const filters = { ...parseFilters(url.searchParams), by: null, axis: null, delta: null };
	const { warehouse } = locals;
	const first = Promise.all([offered(locals, filters), asked(locals, 'overview', filters).then((given) => given.answer), answer(warehouse, 'recovery', filters)]);
	const [[records, overview, recovery], atAGlance] = await Promise.all([
		first,
		later(isDataRequest ? Promise.all([first, locals.sent]) : null, async () => {
			const [[its, all], trend, completeness] = await Promise.all([first, answer(warehouse, 'trend', filters), answer(warehouse, 'completeness', filters)]);
			const before = await overviewBefore(warehouse, all.snapshot.id, filters);
			return glance({ records: its, overview: all, before, trend, completeness }, filters, measureOf(its.codebook, filters.measure));
		}),
	]);
	const measure = measureOf(records.codebook, filters.measure);
	const nameOf = (id: string) => records.codebook.conditions.find((each) => each.id === id)?.label ?? id;
	const shown = recovery.groups.filter(isShown);
	const last = Math.max(1, ...shown.map((group) => lastSession(group.points)));
	return {
		stamp: { ...recovery.snapshot, minimumCell: recovery.method.minimumCell },
		bar: filterBar('/', filters, records),
		nobody: overview.caveats.includes(noEpisode),
		headline: headline(overview.all, measure),
		lede: lede(overview.all, measure),
		tiles: tiles(overview.all, measure),
		glance: atAGlance,
		summary: multiplesSentence(recovery.groups, measure),
		hidden: recovery.groups.filter((group) => !isShown(group)).map((group) => nameOf(group.condition)),
		pale: shown.map(withheldSentence).find((sentence) => sentence !== null) ?? null,
		courses: shown.map((group) => ({
			name: nameOf(group.condition),
			href: address(`/conditions/${encodeURIComponent(group.condition)}`, { ...filters, condition: [] }),
			drawings: { wide: null, narrow: draw(multipleChart(group.points, measure, last), recoveryLabel(group, nameOf(group.condition), measure, recovery.snapshot.synthetic)) },
			readings: multipleReadings(group),
			title: recoveryTitle(group, measure),
			source: `/api/recovery?${searchOf({ ...filters, condition: [group.condition] })}`,
			table: recoveryTable(group, nameOf(group.condition), measure),
		})),
		table: conditionsTable(overview, nameOf),
		caveats: [...new Set([...overview.caveats, ...recovery.caveats])],
		methods: [
			{ name: 'the overview', method: overview.method },
			{ name: 'the curve of each condition', method: recovery.method },
		],
	};
};
