import { judgedCourses, judgedCoursesHeld, type JudgedCourses } from '../judged-courses.server.ts';
import type { AskedWith, Question } from '../question.ts';
import { method } from './method.ts';
import { protect } from './protect.server.ts';
import { horizon, level } from './reevaluation.ts';
import type { PrognosisResult } from './result.ts';
import { table } from './table.ts';

export const prognosis: Question<JudgedCourses, PrognosisResult> = { title: 'No improvement yet: what to expect', method, ask: judgedCourses, askHeld: judgedCoursesHeld, protect, caveats, table };

function caveats({ groups }: PrognosisResult, { minimumCell }: AskedWith): string[] {
	const withheld = groups.some(({ episodes, notEstimable, landmarks }) => (episodes === null && notEstimable === null) || landmarks.some(({ suppressed, within, referral }) => suppressed || referral === null || within.some(({ seen }) => seen === null)));
	const unknown = groups.some(({ landmarks, reevaluate }) => landmarks.length > 0 && reevaluate === null);
	return [
		'Uncontrolled records: patients reported these improvements; they do not show what further sessions cause, nor what would have come without them.',
		'The chance if all go on supposes that those who left would have responded as those who stayed did, which is often too hopeful; the share seen counts whoever left as not responding.',
		'A referral is a discharge reason, given at the end of a course: what was found afterwards is not recorded here.',
		'The figures are for a group: they do not say what a patient has. Signs that call for another diagnosis need no number of sessions.',
		...(unknown ? [`Where no session is named, no chance that can be shown stays below ${100 * level} % within ${horizon} sessions; later sessions may be too thinly attended to tell.`] : []),
		...(withheld ? [`Numbers that rest on fewer than ${minimumCell} patients, those from which they could be derived, and chances beyond what enough patients were followed for are left out.`] : []),
	];
}
