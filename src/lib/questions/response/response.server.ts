import { judgedCourses, judgedCoursesHeld, type JudgedCourses } from '../judged-courses.server.ts';
import type { AskedWith, Question } from '../question.ts';
import { method } from './method.ts';
import { protect } from './protect.server.ts';
import type { ResponseResult } from './result.ts';
import { table } from './table.ts';

export const response: Question<JudgedCourses, ResponseResult> = { title: 'Sessions until a meaningful improvement', method, ask: judgedCourses, askHeld: judgedCoursesHeld, protect, caveats, table };

function caveats({ groups, comparisons }: ResponseResult, { filters, measure, minimumCell }: AskedWith): string[] {
	const withheld = groups.some(({ scored, able, points, notEstimable }) => scored === null || (able === null && notEstimable === null) || points.some(({ suppressed, states }) => suppressed || states === null));
	return [
		'Uncontrolled records: patients reported these improvements; there is no comparison group to say what caused them, and some would have come without treatment.',
		'A response is the first recorded score that reaches the threshold: where the measure is not scored at every session it may have come earlier, and it may not have lasted, so compare the response at the last score.',
		'The Kaplan–Meier chance supposes that those who left would have responded as those who stayed did; the worst and best case need no such supposition.',
		'Several episodes of a patient for one condition are courses of their own; the intervals allow for their being alike.',
		...(filters.threshold === null || measure.thresholds.some(({ id }) => id === filters.threshold) ? [] : [`${measure.label} has no threshold ${filters.threshold}: its primary one was used.`]),
		...(comparisons.length > 0 ? ['The tests between protocols are unadjusted, and Gray’s takes episodes as independent: who gets which protocol was not decided by chance.'] : []),
		...(withheld ? [`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld: running totals skip sessions until enough patients have been added.`] : []),
	];
}
