/** Courses and patients counted at each of some places. */
export type CoursePatients = Readonly<{
	add(place: number, patient: number): void;
	at(place: number): Readonly<{ n: number; patients: number }>;
	clear(): void;
}>;

/** For courses that come one patient after the other. */
export function coursePatients(places: number): CoursePatients {
	const [n, patients, latest] = [new Uint32Array(places), new Uint32Array(places), new Uint32Array(places)];
	return {
		add(place, patient) {
			if (n[place] === 0 || latest[place] !== patient) patients[place] = (patients[place] ?? 0) + 1;
			n[place] = (n[place] ?? 0) + 1;
			latest[place] = patient;
		},
		at: (place) => ({ n: n[place] ?? 0, patients: patients[place] ?? 0 }),
		clear() {
			for (const each of [n, patients, latest]) each.fill(0);
		},
	};
}
