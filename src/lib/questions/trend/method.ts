import type { Method } from '../answer.ts';
import { scoredCoursesSql } from '../scored-courses.ts';
import monthsSql from './months.sql?raw';
import openSql from './open.sql?raw';

export const method: Method = {
	text: [
		'The episodes with a score at session 1 are counted in the month of their first visit. Change is the last score less that first one, averaged over those that have a later score; its natural process limits are the mean of the months ± 2.66 times their mean moving range (XmR chart).',
		'The response rate is the share that reached the threshold at the last score, an episode without a later score counting as no response; the completion rate is the share discharged as completed, an episode without a discharge reason counting as not completed. Their limits are 3 standard errors about the pooled rate and widen where a month has fewer episodes (p-chart).',
		'Adverse events are the sessions with one, per episode that has any answer recorded, with limits of 3 standard errors about the pooled rate (u-chart). Events come several to an episode, so the standard error is taken from how much episodes of a month differ, not from Poisson’s law.',
		'Limits are locked on the first 12 months that can be shown, or on all where there are fewer (they are then provisional), and need 6. From the month asked for as rebase, centre and limits are computed anew; no row of points is counted across it. Months that are withheld are left out: the points before and after count as neighbours.',
		'A month is flagged by four rules: it lies outside its limits; it is one of 7 or more in a row on one side of the centre; it is one of 7 or more that rise or fall without a break; it is one of 2 among 3 neighbours beyond two thirds of the way to the same limit.',
		'The latest months, those from which nine in ten episodes could not have ended within the snapshot, are drawn but kept out of limits and rules: their episodes may still go on.',
	],
	formula: [
		'change: x̄ ± 2.66 · mean |xᵢ − xᵢ₋₁|, 2.66 = 3 / 1.128',
		'response, completion: p̄ ± 3 √(p̄(1 − p̄) / nᵢ), within 0 to 1',
		'adverse events: ū ± 3 s / √nᵢ, not below 0, with s² = Σ over months of Σ over episodes (x − x̄ᵢ)² / Σ (nᵢ − 1), x sessions with an event in an episode; Poisson’s law would have s² = ū',
	],
	citations: [
		'Wheeler DJ, Chambers DS. Understanding statistical process control. 2nd ed. SPC Press 1992',
		'Montgomery DC. Introduction to statistical quality control. 7th ed. Wiley 2013, chapters 6 and 7',
		'Provost LP, Murray SK. The health care data guide. Jossey-Bass 2011',
	],
	sql: [scoredCoursesSql, monthsSql, openSql],
};
