import { parseFilters } from '#lib/questions/filters.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { validated } from '#lib/questions/validation.ts';
import { answer } from '#lib/server/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { warehouse } }) => {
	const everything = parseFilters(new URLSearchParams());
	const [recovery, overview, departure, records] = await Promise.all([
		answer(warehouse, 'recovery', everything),
		answer(warehouse, 'overview', everything),
		answer(warehouse, 'departure', everything),
		answer(warehouse, 'records', everything),
	]);
	const said = new Set<string>();
	const unsaid = (caveats: readonly string[]) => caveats.filter((caveat) => !said.has(caveat) && said.add(caveat));
	return {
		stamp: { ...recovery.snapshot, minimumCell: recovery.method.minimumCell },
		simulated: validated().map((each) => ({ ...each, title: isQuestion(each.question) ? questions[each.question].title : each.question })),
		methods: [
			{ id: 'recovery', title: 'Recovery by session', name: 'the recovery curve', method: recovery.method, caveats: unsaid(recovery.caveats) },
			{ id: 'overview', title: 'Change, responders and completion', name: 'the overview', method: overview.method, caveats: unsaid(overview.caveats) },
			{ id: 'departure', title: 'Who left', name: 'the comparison of who left', method: departure.method, caveats: unsaid(departure.caveats) },
			{ id: 'records', title: 'What the data hold', name: 'the data page', method: records.method, caveats: unsaid(records.caveats) },
		],
		thresholds: records.codebook.measures.flatMap((measure) => measure.thresholds.map(({ label, citation }) => ({ label: `${measure.abbreviation}: ${label}`, citation }))),
	};
};
