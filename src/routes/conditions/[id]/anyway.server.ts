import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { address } from '#lib/components/filter-bar.ts';
import { trialsFigures } from '#lib/figures/trials-figure.server.ts';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import { anywaySentence, anywaySources } from '#lib/questions/recovery/anyway-words.ts';
import { publishedCourses } from '#lib/questions/recovery/published-courses.ts';
import type { RecoveryResult } from '#lib/questions/recovery/result.ts';
import { trialSources, trialsSentence, trialsTable } from '#lib/questions/recovery/trials-words.ts';
import { isShown } from '#lib/questions/recovery/words.ts';

type About = Readonly<{ filters: Filters; codebook: Codebook; measure: Measure; source: string }>;

/** What is published of people who were not treated as here, and of this treatment against something else. */
export function anyway(recovery: Answer<RecoveryResult>, { filters, codebook, measure, source }: About) {
	const condition = codebook.conditions.find(({ id }) => filters.condition.includes(id));
	if (condition === undefined) throw new Error(`the codebook must hold the condition asked about: ${filters.condition.join(', ')}`);
	const courses = publishedCourses(condition, measure);
	const curve = recovery.groups.find(isShown);
	const figures = curve === undefined ? [] : trialsFigures(curve, { measure, codebook, sources: { recovery: source } });
	const weeks = { text: 'The published course beside this one, week by week', href: `${address(`/conditions/${encodeURIComponent(condition.id)}`, { ...filters, condition: [], axis: 'weeks' })}#recovery` };
	return {
		sentence: `${anywaySentence(condition, courses, measure)} ${trialsSentence(condition, measure)}`,
		links: [...(courses.length === 0 ? [] : [weeks]), { text: 'All numbers, method and SQL', href: address('/questions/recovery', filters) }],
		caveats: [...anywaySources(condition, courses), ...(figures.length > 0 ? [] : trialSources(condition))],
		figures,
		table: figures.length > 0 || condition.trials.length === 0 ? null : trialsTable(condition, measure),
	};
}
