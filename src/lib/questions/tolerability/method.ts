import type { Method } from '../answer.ts';
import contrastsSql from './contrasts.sql?raw';
import createBunchSql from './create-bunch.sql?raw';
import createRoamingSql from './create-roaming.sql?raw';
import createSpotSql from './create-spot.sql?raw';
import eventsSql from './events.sql?raw';
import overSql from './over.sql?raw';
import { kindCitations } from './published.ts';
import spreadsSql from './spreads.sql?raw';
import totalsSql from './totals.sql?raw';

export const method: Method = {
	text: [
		'Soreness at its worst, hours until it was gone and pain on insertion are what patients reported of each visit; visits that do not say are left out. Means have 95 % t intervals; median and quartiles are interpolated.',
		'Each body region and each protocol is compared with all other recorded ones together by the difference of means, with Welch’s interval, which does not take the spread of both to be equal.',
		'The share over within 24, 48 and 72 hours has a Wilson interval; visits without soreness, lasting 0 hours, count as over.',
		'An adverse event is what the record says, in lower case and without punctuation; several may be named in one visit, separated by a comma, semicolon, plus or bar. An empty field and the words that mean none are no event. Rates are visits with the event among all visits, with exact (Clopper–Pearson) intervals.',
		'These intervals take visits as independent, but one patient’s visits resemble each other. A second interval of each mean, difference and share therefore allows for it: it is made from each patient’s sums, patients alone being independent. For shares it is the exact interval of as many independent visits as would vary as much.',
		'Published rates are per treatment in surveys of therapists, beside yours for orientation; they may have counted differently.',
	],
	formula: [
		'mean ± t(0.975, n − 1) · s / √n',
		'd ± t(0.975, ν) · √(s₁²/n₁ + s₂²/n₂), ν after Welch and Satterthwaite',
		'exact: β(0.025; x, n − x + 1) to β(0.975; x + 1, n − x), quantiles of the beta distribution',
		'allowing for patients: V = G/(G − 1) · Σᵢ (xᵢ − m nᵢ)² / N², with xᵢ the sum and nᵢ the visits of patient i of G; mean ± t(0.975, G − 1) · √V',
		'effective visits n* = p(1 − p) / V · (t(0.975, N − 1) / t(0.975, G − 1))², at most N; where p is 0 or 1, G',
	],
	citations: [
		'Welch BL. The generalization of “Student’s” problem when several different population variances are involved. Biometrika 1947;34:28–35',
		'Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209–212',
		'Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 1934;26:404–413',
		'Korn EL, Graubard BI. Confidence intervals for proportions with small expected number of positive counts estimated from survey data. Surv Methodol 1998;24:193–201',
		'Liang KY, Zeger SL. Longitudinal data analysis using generalized linear models. Biometrika 1986;73:13–22',
		...kindCitations,
	],
	sql: [createSpotSql, createRoamingSql, createBunchSql, totalsSql, spreadsSql, contrastsSql, overSql, eventsSql],
};
