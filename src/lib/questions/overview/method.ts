import type { Method } from '../answer.ts';
import { scoredCoursesSql } from '../scored-courses.ts';
import changeSql from './change.sql?raw';
import completionSql from './completion.sql?raw';
import totalsSql from './totals.sql?raw';

export const method: Method = {
	text: [
		'Change is the last score less the score at session 1, over the episodes that have both, with a 95 % t interval, and its quartiles.',
		'Responders reached the primary threshold of the codebook at their last score. Of all who started, an episode without a later score counts as no response; of those followed, it is left out. No better is a last score that is not better than the first and no response. Intervals are Wilson intervals.',
		'Completion is the share discharged as completed among the episodes that have a discharge reason. Sessions are visits per episode.',
		'Beside the snapshot before, the mean change and the share of responders are compared as if the two shared no patient (square and add). Most patients are in both, so chance is taken too wide rather than too narrow: no alarm is better than a false one. Nothing is told where the two differ by fewer patients than may be shown.',
	],
	formula: ['mean ± t(0.975, n − 1) · s / √n', '(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96'],
	citations: ['Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209–212'],
	sql: [totalsSql, scoredCoursesSql, changeSql, completionSql],
};
