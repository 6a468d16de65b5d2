/** One patient's course: what is not given is not recorded. A visit a week, each with a score of the measure. */
export type MadeUpCourse = Readonly<{ patient: string; condition?: string; protocol?: string; clinic?: string; therapist?: string; start?: string; scores: readonly number[]; discharge?: string; measure?: string }>;

const columns = ['patient_id', 'condition', 'session_number', 'session_date', 'protocol', 'clinic', 'therapist', 'sex', 'age_band', 'symptom_weeks', 'cost', 'currency', 'soreness_peak', 'soreness_hours', 'adverse_event', 'measure', 'score', 'pain_before', 'discharge_reason'] as const;

/** The courses as lines of a file, the header first. */
export function visitLines(courses: readonly MadeUpCourse[]): string[] {
	return [columns.join(','), ...courses.flatMap(lines)];
}

function lines({ patient, condition = 'knee pain', protocol = '', clinic = '', therapist = '', start = '2024-02-01', scores, discharge = '', measure = '' }: MadeUpCourse, index: number): string[] {
	const first = Date.parse(start);
	return scores.map((score, visit) => {
		const date = new Date(first + visit * 7 * 86_400_000).toISOString().slice(0, 10);
		const last = visit === scores.length - 1;
		const [own, pain] = measure === '' ? ['', score] : [score, ''];
		return [patient, condition, visit + 1, date, protocol, clinic, therapist, index % 2 === 0 ? 'female' : 'male', index % 3 === 0 ? '20-29' : '30-39', 4 + (index % 20), 80, 'USD', index % 4, 12, index % 9 === 0 ? 'bruising' : '', measure, own, pain, last ? discharge : ''].join(',');
	});
}
