import type { Method } from '../answer.ts';
import afterSql from './after.sql?raw';
import reasonsSql from './reasons.sql?raw';

export const method: Method = {
	text: [
		'At each session, the episodes scored there are split into those that had no later visit and those that came back; the mean score of each, with a 95 % t interval, shows who leaves.',
		'Reasons are the discharge reasons recorded on the last visit; an episode without one may have ended unseen, or may go on.',
	],
	formula: ['mean ± t(0.975, n − 1) · s / √n'],
	citations: ['von Elm E et al. The STROBE statement. PLoS Med 2007;4:e296 (items 13 and 14: numbers and follow-up)'],
	sql: [afterSql, reasonsSql],
};
