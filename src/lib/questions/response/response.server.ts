import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { rows, run } from '#lib/server/warehouse/database.ts';
import { courseEnd, courseEndsParameters, courseEndsSql, coursePair, coursePairsSql, judgeCoursesSql, thresholdLabels } from '../course-ends.ts';
import type { Courses } from '../courses.ts';
import type { Asking, Question } from '../question.ts';
import { method } from './method.ts';
import { protect } from './protect.server.ts';
import type { ResponseResult } from './result.ts';
import { table } from './table.ts';

/** How the courses ended, and the label of the threshold of each condition that has one. */
export type RawResponse = Courses & Readonly<{ thresholds: Readonly<Record<string, string>> }>;

export const response: Question<RawResponse, ResponseResult> = { title: 'Sessions until a meaningful improvement', method, ask, protect, caveats, table };

async function ask(asking: Asking): Promise<RawResponse> {
	await run(asking.db, judgeCoursesSql, courseEndsParameters(asking));
	const ends = await rows(asking.db, courseEnd, courseEndsSql);
	const pairs = await rows(asking.db, coursePair, coursePairsSql);
	return { ends: ends.sort(codebookOrder(asking.codebook)), pairs, thresholds: thresholdLabels(asking) };
}

function caveats({ groups, comparisons }: ResponseResult, { filters, measure, minimumCell }: Asking): string[] {
	const withheld = groups.some(({ scored, able, points, notEstimable }) => scored === null || (able === null && notEstimable === null) || points.some(({ suppressed, states }) => suppressed || states === null));
	return [
		'Uncontrolled records: patients reported these improvements; there is no comparison group to say what caused them, and some would have come without treatment.',
		'A response is the first recorded score that reaches the threshold: where the measure is not scored at every session it may have come earlier, and it may not have lasted, so compare the response at the last score.',
		'The Kaplan–Meier chance supposes that those who left would have responded as those who stayed did; the worst and best case need no such supposition.',
		'Several episodes of a patient for one condition are courses of their own; the intervals allow for their being alike.',
		...(filters.threshold === null || measure.thresholds.some(({ id }) => id === filters.threshold) ? [] : [`${measure.label} has no threshold ${filters.threshold}: its primary one was used.`]),
		...(comparisons.length > 0 ? ['The tests between protocols are unadjusted, and take episodes as independent: who gets which protocol was not decided by chance.'] : []),
		...(withheld ? [`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld: running totals skip sessions until enough patients have been added.`] : []),
	];
}
