import type { Method } from '../answer.ts';
import { scoredCoursesSql } from '../scored-courses.ts';
import { statedCourse } from './bands.ts';
import clinicsSql from './clinics.sql?raw';
import courseSql from './course.sql?raw';
import effectSql from './effect.sql?raw';

export const method: Method = {
	text: [
		'Sessions are visits per episode, weeks the time from its first visit to its last; both are given as quantiles. The 10th and 90th percentiles are shown where enough patients lie beyond them.',
		`Shares are of all episodes: those with ${statedCourse.from} to ${statedCourse.to} sessions, the course that the article states whose claims are checked, those with fewer, and those with more. Intervals are Wilson intervals.`,
		'Change is the last score less the score at session 1, over the episodes that have both, by number of sessions, with a 95 % t interval. Beside it stands the same at equal first scores: analysis of covariance with one slope and one spread for all groups, since those who start worse both change more and come longer.',
		'The quadrant sets the mean sessions of a clinic against its mean change at equal first scores, over the episodes followed; its lines are the means of the clinics shown. Clinics stand in the order of their names.',
	],
	formula: [
		'(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96',
		'mean ± t(0.975, n − 1) · s / √n',
		'ȳⱼ − b(x̄ⱼ − x̄) ± t(0.975, N − k − 1) · s √(1/nⱼ + (x̄ⱼ − x̄)²/Sxx), b = Sxy/Sxx within groups',
	],
	citations: [
		'Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209–212',
		'Cochran WG. Analysis of covariance: its nature and uses. Biometrics 1957;13:261–281',
	],
	sql: [courseSql, scoredCoursesSql, effectSql, clinicsSql],
};
