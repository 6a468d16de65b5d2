import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import type { HeldScores } from '#lib/server/held/held-courses.ts';
import { inSlices } from '#lib/server/held/in-slices.ts';
import { latestSession } from '#lib/server/held/latest-session.ts';
import { recordedAs } from '#lib/server/held/recorded-as.ts';
import { fates, standings } from './course-ends.ts';
import { courseKeys } from './course-keys.ts';
import { courseReach } from './course-reach.ts';
import { courseTally, type CourseTally } from './course-tally.ts';
import type { Courses } from './courses.ts';
import type { HeldAsking } from './question.ts';

/** The same as `create-judged-course.sql`, `course-ends.sql` and `course-pairs.sql` give, in one pass over what is held of the episodes. */
export async function judgeHeld({ held, codebook, filters, measure, stop }: HeldAsking, scores: HeldScores): Promise<Courses> {
	const { courses, selected } = held;
	const { condition: conditions, dischargeReason: reasons } = courses.columns;
	const { patients, lastSession, settled } = courses;
	const { starts, sessions, codes, values } = scores;
	const parts = filters.by === 'protocol' ? recordedAs(courses.columns.protocol, 'not-recorded') : { words: [''], placeOf: () => 0 };
	const thresholds = conditionThresholds(codebook, measure, filters.threshold);
	const fateOf = fatesOf(reasons.values, codebook);
	const keys = courseKeys(reasons.values, latestSession(held));
	const tallies: Tally[] = [];
	let tally = courseTally(keys);
	let reach = courseReach(values, undefined, measure);
	let [condition, patient] = [-1, -1];

	await inSlices(selected.length, stop, (begin, end) => {
		for (let place = begin; place < end; place++) {
			const episode = selected[place] ?? 0;
			const own = conditions.codes[episode] ?? 0;
			if (own !== condition || patients[episode] !== patient) tally.endPatient();
			patient = patients[episode] ?? 0;
			if (own !== condition) {
				condition = own;
				const name = conditions.values[own - 1] ?? '';
				tally = courseTally(keys);
				reach = courseReach(values, thresholds.find((threshold) => threshold.condition === name), measure);
				tallies.push({ condition: name, tally });
			}

			const after = starts[episode + 1] ?? 0;
			let score = starts[episode] ?? 0;
			const first = score < after && sessions[score] === 1 ? (codes[score++] ?? 0) + 1 : 0;
			const [from, to] = [reach.from[first] ?? 0, reach.to[first] ?? 0];
			const last = score < after ? (codes[after - 1] ?? 0) : none;
			while (score < after && !within(codes[score] ?? 0, from, to)) score++;
			const response = score < after ? (sessions[score] ?? 0) : 0;

			const [lastVisit, told] = [lastSession[episode] ?? 0, settled[episode] ?? 0];
			const ended = response > 0 ? response : lastVisit;
			const reason = reasons.codes[episode] ?? 0;
			const unanswered = first > 0 && response === 0;
			const fate = first === 0 ? unscored : response > 0 ? responded : reason > 0 ? (fateOf[reason] ?? 0) : told < lastVisit ? open : left;
			const referral = unanswered && fateOf[reason] === referred ? reason : 0;
			const standing = last === none ? unfollowed : within(last, from, to) ? responding : not;
			const key = keys.keyOf(reach.able[first] ?? 0, fate, ended, Math.min(told, ended, lastVisit), referral, standing);
			tally.add(parts.placeOf(episode), key, first > 0);
		}
	});
	tally.endPatient();
	return namedCourses(tallies, parts.words, codebook);
}

type Tally = Readonly<{ condition: string; tally: CourseTally }>;

const none = -1;
const [left, open, referred, responded, unscored] = [fates.indexOf('left'), fates.indexOf('open'), fates.indexOf('referred'), fates.indexOf('responded'), fates.indexOf('unscored')];
const [not, responding, unfollowed] = [standings.indexOf('not'), standings.indexOf('responding'), standings.indexOf('unfollowed')];

function within(place: number, from: number, to: number): boolean {
	return place >= from && place <= to;
}

/** By the code of the reason; what the codebook does not know is another one. */
function fatesOf(reasons: readonly string[], { dischargeReasons }: Codebook): Uint8Array {
	return Uint8Array.from(['', ...reasons], (reason) => (reason === '' ? open : fates.indexOf(dischargeReasons.find(({ id }) => id === reason)?.course ?? 'other')));
}

/** The courses in the order of the codebook, each two of them in that of the conditions. */
function namedCourses(tallies: readonly Tally[], parts: readonly string[], codebook: Codebook): Courses {
	const counted = tallies.map(({ condition, tally }) => ({ condition, ...tally.counted() }));
	const groups = counted.flatMap(({ condition, ends }) => parts.map((protocol, part) => ({ condition, protocol, ends: ends.filter((end) => end.part === part) })));
	return {
		ends: groups.sort(codebookOrder(codebook)).flatMap(({ condition, protocol, ends }) => ends.map(({ course, n, patients }) => ({ ...course, condition, protocol, n, patients }))),
		pairs: counted.flatMap(({ condition, pairs }) => pairs.map(({ part, otherPart, a, b, n }) => ({ condition, protocol: parts[part] ?? '', otherProtocol: parts[otherPart] ?? '', a, b, n }))),
	};
}
