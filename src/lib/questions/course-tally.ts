import type { Course } from './course-ends.ts';
import type { CourseKeys } from './course-keys.ts';
import { courseNumbers } from './course-numbers.ts';

/** Courses of one condition, counted as they come, one patient after the other. `part` is the place of a group. */
export type CourseTally = Readonly<{
	add(part: number, key: number, scored: boolean): void;
	endPatient(): void;
	counted(): Readonly<{ ends: readonly CountedEnd[]; pairs: readonly CountedPair[] }>;
}>;

type CountedEnd = Readonly<{ part: number; course: Course; n: number; patients: number }>;
type CountedPair = Readonly<{ part: number; otherPart: number; a: Course; b: Course; n: number }>;

/** A patient counts with the first course that is scored, or else the first; each two scored ones are a pair. All is in the order in which SQL gives it. */
export function courseTally({ end, courseOf }: CourseKeys): CourseTally {
	const numbers = courseNumbers();
	const [counts, patients]: [number[], number[]] = [[], []];
	const pairCounts = new Map<number, number>();
	const [own, scoredOwn]: [number[], number[]] = [[], []];
	let [ofPatient, scoredOfPatient] = [0, 0];

	return {
		add(part, key, scored) {
			const number = numbers.numberOf(part * end + key);
			counts[number] = (counts[number] ?? 0) + 1;
			own[ofPatient++] = number;
			if (scored) scoredOwn[scoredOfPatient++] = number;
		},
		endPatient() {
			if (ofPatient === 0) return;
			const first = (scoredOfPatient > 0 ? scoredOwn[0] : own[0]) ?? 0;
			patients[first] = (patients[first] ?? 0) + 1;
			for (let one = 0; one < scoredOfPatient; one++) {
				for (let other = one + 1; other < scoredOfPatient; other++) {
					const pair = (scoredOwn[one] ?? 0) * most + (scoredOwn[other] ?? 0);
					pairCounts.set(pair, (pairCounts.get(pair) ?? 0) + 1);
				}
			}
			ofPatient = 0;
			scoredOfPatient = 0;
		},
		counted() {
			const courses = numbers.keys.map((key, number) => ({ part: Math.floor(key / end), key, course: courseOf(key % end), n: counts[number] ?? 0, patients: patients[number] ?? 0 }));
			const pairs = [...pairCounts].flatMap(([pair, n]) => {
				const [one, other] = [courses[Math.floor(pair / most)], courses[pair % most]];
				return one === undefined || other === undefined ? [] : [{ one, other, n }];
			});
			pairs.sort((a, b) => a.one.part - b.one.part || a.other.part - b.other.part || a.one.key - b.one.key || a.other.key - b.other.key);
			return {
				ends: [...courses].sort((a, b) => a.key - b.key),
				pairs: pairs.map(({ one, other, n }) => ({ part: one.part, otherPart: other.part, a: one.course, b: other.course, n })),
			};
		},
	};
}

/** More than a condition can have different courses. */
const most = 2 ** 26;
