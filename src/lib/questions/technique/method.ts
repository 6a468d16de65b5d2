import type { Method } from '../answer.ts';
import sharesSql from './shares.sql?raw';
import spreadsSql from './spreads.sql?raw';
import therapistsSql from './therapists.sql?raw';

export const method: Method = {
	text: [
		'Conditions are shares of episodes; protocols, payers, ultrasound and minutes are shares of the visits that say it. Minutes are of visits at which needles stayed in place at all.',
		'Two intervals are given: one that takes records as independent (Wilson), and one that allows for records that are alike within a patient (exact interval at the effective number of independent records).',
		'A therapist counts as using ultrasound where it guided at least one recorded visit.',
	],
	formula: [
		'(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96',
		'effective n = min(n, p(1 − p)/V · (t(0.975, n − 1)/t(0.975, c − 1))²), V = c/(c − 1) · Σ(xᵢ − p mᵢ)²/n² over c patients, xᵢ of whose mᵢ records are so',
	],
	citations: [
		'Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209–212',
		'Korn EL, Graubard BI. Confidence intervals for proportions with small expected number of positive counts estimated from survey data. Surv Methodol 1998;24:193–201',
	],
	sql: [sharesSql, spreadsSql, therapistsSql],
};
