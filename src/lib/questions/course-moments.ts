import { coursePatients } from './course-patients.ts';

/** Scores of courses counted at each of some places, with their mean, and their standard deviation where there are two or more. */
export type CourseMoments = Readonly<{
	add(place: number, patient: number, score: number): void;
	at(place: number): Readonly<{ n: number; patients: number; mean: number; sd: number | null }>;
	clear(): void;
}>;

/** For courses that come one patient after the other. The sums of squares are those of Welford, which lose nothing to rounding. */
export function courseMoments(places: number): CourseMoments {
	const counts = coursePatients(places);
	const [n, mean, squares] = [new Float64Array(places), new Float64Array(places), new Float64Array(places)];
	return {
		add(place, patient, score) {
			counts.add(place, patient);
			const count = (n[place] ?? 0) + 1;
			const from = score - (mean[place] ?? 0);
			const moved = (mean[place] ?? 0) + from / count;
			n[place] = count;
			squares[place] = (squares[place] ?? 0) + from * (score - moved);
			mean[place] = moved;
		},
		at(place) {
			const counted = counts.at(place);
			return { ...counted, mean: mean[place] ?? 0, sd: counted.n < 2 ? null : Math.sqrt((squares[place] ?? 0) / (counted.n - 1)) };
		},
		clear() {
			counts.clear();
			for (const each of [n, mean, squares]) each.fill(0);
		},
	};
}
