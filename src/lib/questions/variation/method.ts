import type { Method } from '../answer.ts';
import { scoredCoursesSql } from '../scored-courses.ts';
import outcomesSql from './outcomes.sql?raw';
import patientPairsSql from './patient-pairs.sql?raw';
import patternsSql from './patterns.sql?raw';
import unitsSql from './units.sql?raw';

export const method: Method = {
	text: [
		'Responders reached the threshold at their last score; they are counted among all episodes scored at session 1, those without a later score as no response. Change is the last score less the score at session 1, over the episodes that have both.',
		'What a clinic or therapist is expected to have is what the same patients would have had as the average of all: a logistic regression (responders) or least squares (change) on condition, chronicity, sex, age band, the score at session 1 and its square, fitted to all episodes of the selection. The score at session 1 is rounded to the nearest twentieth of the range of its measure. What is not recorded is a category of its own; categories with fewer than 10 episodes, or fewer than 10 of either outcome, are joined.',
		'The standardised value is the overall one moved by the difference between observed and expected: proportions on the arcsine scale, where chance makes the same error whatever the proportion, and means on their own.',
		'The funnel shows where a clinic or therapist of a given number of episodes lies with a chance of 95 % and 99.8 % if it differs from all by chance alone. The widened limits allow for the differences that remain among most of them (over-dispersion), measured after the outer tenth at each end is drawn in. Whether a point counts as outside is decided by the widened limits. One that treats a large part of all episodes pulls what is expected towards itself: where a few share them, fewer than 5 in 100 lie outside by chance.',
		'Several episodes of a patient under one clinic or therapist tell less than as many of different patients. How alike two of them are beyond their case mix and what is common to all patients there (ρ) is measured over all such pairs; the standard error of a clinic or therapist then grows with how many pairs it has. The limits are drawn for clinics or therapists with as many pairs as they have on average; each point is judged by its own.',
		'The intraclass correlation is the share of the variance that the case mix leaves which lies between clinics or therapists, from a one-way analysis of variance, with an interval from the F distribution; it is drawn up to 0 where below, so both ends are 0 where they differ less than even chance would make them. Several episodes of a patient count as in the limits: by how much wider they make chance on average. A shrunken estimate draws each standardised value towards the mean of all, the more the fewer its episodes; its interval allows for the spread between units being estimated, and needs four of them.',
		'Limits for proportions take chance as that of one proportion for all, which is a little wider than what the case mix leaves of it. The expectations take the regression as known. A therapist who treats few kinds of patients, or nearly all patients of a kind, is compared partly with their own results.',
	],
	formula: [
		'standardised proportion = sin²(asin √P + asin √O − asin √E), with P overall, O observed and E expected; standardised mean = P + O − E',
		'z = (asin √O − asin √E) · 2√n for proportions; z = (O − E) · √n / s for means, with s the residual standard deviation of the regression',
		'with several episodes of a patient, √(1 + 2ρm/n) times the standard error, m pairs among n episodes; ρ = Σ r r′ over pairs / (pairs · variance of r), r = O − E − their mean in the clinic, at least 0',
		'limits P ± z(level) · √(s² + τ²), with s = 1 / (2√n) on the arcsine scale, and s/√n for means; z(level) = 1.960 and 3.090',
		'φ = mean of the squared winsorised z; τ² = max(0, (kφ − (k − 1)) / (Σw − Σw²/Σw)), with w = 1/s² over k units',
		'ICC = (MSB − D·MSW) / (MSB − D·MSW + n₀ MSW), n₀ = (N − Σn²/N) / (k − 1), D = 1 + 2ρm/n over all clinics or therapists; limits with MSB / F(0.975) and MSB / F(0.025) for MSB',
		'shrunken value = (1 − B) y + B m, B = (k − 3)/(k − 1) · s² / (s² + A), with m and A the mean and variance of the true values',
	],
	citations: [
		'Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185–1202',
		'Spiegelhalter DJ. Handling over-dispersion of performance indicators. Qual Saf Health Care 2005;14:347–351',
		'Karlin S, Cameron EC, Williams PT. Sibling and parent–offspring correlation estimation with variable family size. Proc Natl Acad Sci USA 1981;78:2664–2668 (ρ)',
		'Kish L. Survey Sampling. Wiley 1965, section 5.4 (the design effect)',
		'Mainey C. FunnelPlotR: Funnel Plots for Comparing Institutional Performance (R package; its limits for proportions)',
		'Donner A. A review of inference procedures for the intraclass correlation coefficient in the one-way random effects model. Int Stat Rev 1986;54:67–82',
		'Morris CN. Parametric empirical Bayes inference: theory and applications. J Am Stat Assoc 1983;78:47–55',
	],
	sql: [scoredCoursesSql, outcomesSql, patternsSql, unitsSql, patientPairsSql],
};
