import type { Filters } from '#lib/questions/answer.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import type { QuestionName } from '#lib/questions/registry.server.ts';

/**
 * What a figure shows of one question: the cells whose names start with `part`. `filters` say how it is judged and select nobody; two
 * views of a question that differ judge the same patients otherwise.
 */
export type Exposure = Readonly<{ question: QuestionName; part: string; filters: Filters; view: string }>;

/** All that is told beside a figure: the numbers of its question, and what its sentence says of everybody who is selected. */
export function exposuresOf(question: QuestionName, filters: Filters): Exposure[] {
	const beside = [
		{ question: 'overview', part: 'all.' },
		{ question: 'completeness', part: 'followUp.' },
	] as const;
	const told = [{ question, part: '' }, ...beside.filter((each) => each.question !== question)];
	const { measure, threshold, axis } = filters;
	return told.map((each) => ({ ...each, filters: { ...everything, measure, threshold, axis }, view: viewOf(each.question, filters) }));
}

/** The filters that select patients, as search text: equal selections have equal text. */
export function cohortOf(filters: Filters): string {
	return searchOf({ ...everything, ...listsOf(filters) }).toString();
}

const everything = parseFilters(new URLSearchParams());

function listsOf({ condition, protocol, clinic, therapist, payer, sex, ageBand, chronicity, period }: Filters) {
	return { condition, protocol, clinic, therapist, payer, sex, ageBand, chronicity, period };
}

function viewOf(question: QuestionName, { measure, threshold, axis }: Filters): string {
	return [question, measure ?? 'primary', question === 'completeness' ? '' : (threshold ?? 'primary'), question === 'recovery' ? (axis ?? 'sessions') : ''].join(' ').trimEnd();
}
