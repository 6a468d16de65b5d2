import type { Method } from '../answer.ts';
import { courseEndsSql, coursePairsSql, judgeCoursesSql, openMonths } from '../course-ends.ts';
import { horizon, level } from './reevaluation.ts';

export const method: Method = {
	text: [
		'After each session k are counted the episodes that had no response until then (no score after session 1 reached the threshold of the codebook) and came back. Of these is asked how many respond within the next 1, 2 and 4 sessions.',
		'The chance if all had gone on (Kaplan–Meier from session k) supposes that those who left would have responded as those who stayed did. The chance as it went (Aalen–Johansen) lets leaving and discharge compete with response. The share seen counts a response only where one was recorded. Limits are 95 %.',
		'Where none or all of a group responded, the limits are those of Wilson for as many patients as were still followed at the last of the sessions.',
		'A patient may have several episodes of a condition, and these are likely to go alike. The standard errors of the chances add up the influence of a patient’s episodes before squaring (infinitesimal jackknife by patient); a share has the Wilson interval of as many independent episodes as tell as much (its design effect).',
		`The note to re-evaluate stands at the first session after session 1 from which the chance within the next ${horizon} sessions, had all gone on, stays below ${100 * level} % wherever it can be shown. The level is a convention, not a finding. Referred on are those whose course ended so without a response, by the discharge reasons that the codebook counts as a referral; they are told after as many sessions as can be without a small cell between two of them.`,
		`Counted are the episodes whose score at session 1 lets them reach the threshold; where the others are too few to be told apart, all. Whether somebody left after a visit in the last ${openMonths + 1} months of the snapshot cannot be told yet, so of leaving and discharge nobody is counted after such visits; where the snapshot keeps years instead of months, everybody is.`,
	],
	formula: [
		'chance within m sessions after session k, had all gone on: 1 − Πₖ<ⱼ≤ₖ₊ₘ (1 − dⱼ/nⱼ), with dⱼ responses among the nⱼ in care without response at session j',
		'as it went: Σₖ<ⱼ≤ₖ₊ₘ P₀(j) · dⱼ/nⱼ, P₀(j) = Πₖ<ᵢ<ⱼ (1 − dᵢ/nᵢ)(1 − lᵢ/mᵢ) the chance to be in care, with lᵢ who left or were discharged after session i among the mᵢ still in care whose visit is long enough ago to tell',
		'limits P^exp(±z · se / (P log P)), z = 1.96, for P the chance of no response, and for P as it went',
		'(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n) for the share seen and the shares referred, with n/D for n, D = max(1, Σ over patients of (x − p m)² / (n p (1 − p))), x of m episodes of a patient',
		'with several episodes of a patient: se² = Σ over patients of (Σ over their episodes i of ∂P/∂wᵢ)²',
	],
	citations: [
		'Anderson JR, Cain KC, Gelber RD. Analysis of survival by tumor response. J Clin Oncol 1983;1:710–719 (landmarks)',
		'van Houwelingen HC. Dynamic prediction by landmarking in event history analysis. Scand J Stat 2007;34:70–85',
		'Kaplan EL, Meier P. Nonparametric estimation from incomplete observations. J Am Stat Assoc 1958;53:457–481',
		'Aalen OO, Johansen S. An empirical transition matrix for non-homogeneous Markov chains. Scand J Stat 1978;5:141–150',
		'Therneau TM, Grambsch PM. Modeling Survival Data. Springer 2000, section 7.2 (several courses of a patient)',
		'Franco C et al. Comparative study of confidence intervals for proportions in complex sample surveys. J Surv Stat Methodol 2019;7:334–364 (the Wilson interval with a design effect)',
		'Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209–212',
	],
	sql: [judgeCoursesSql, courseEndsSql, coursePairsSql],
};
