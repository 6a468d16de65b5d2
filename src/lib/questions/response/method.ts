import type { Method } from '../answer.ts';
import { courseEndsSql, coursePairsSql, judgeCoursesSql, openMonths } from '../course-ends.ts';

export const method: Method = {
	text: [
		'An episode with a score at session 1 responds at the first later session whose score reaches the threshold of the codebook: an improvement by so many points or per cent of the score at session 1, or a level reached. Time is the number of sessions. The score of a session is taken before its treatment.',
		'There are two denominators: all episodes with a score at session 1, and those of them that can respond, since they are not there already and the best score of the measure would reach the threshold. The curves count the latter; where the others are too few to be told apart, all.',
		'The chance to have responded by a session (Kaplan–Meier) is what would be seen had everyone gone on until then and those who left responded as those who stayed. The median is the first session by which half had responded.',
		`The chances of each state (Aalen–Johansen) are what was seen: responded; left without response (the discharge reason says so, or none is recorded and no visit followed); discharged otherwise without response; still in care. Whether somebody left after a visit in the last ${openMonths + 1} months of the snapshot cannot be told yet: those visits count for response, but nobody for leaving or discharge after them, come back or not, since the ones who came back are known before the ones who did not. Where the snapshot keeps years instead of months, every visit counts for both.`,
		'By sessions 3 and 6, and at the last score, the worst case supposes that those no longer seen never respond, the best case that all of them do whose baseline lets them. Of all, the modelled share is the mean of the able and the others, each by Kaplan–Meier. The bounds need no model, and the truth lies between them but for chance.',
		'A patient may have several episodes of a condition, and these are likely to go alike. The standard errors of the curves add up the influence of a patient’s episodes before squaring (infinitesimal jackknife by patient); a share has the Wilson interval of as many independent episodes as tell as much (its design effect). Where each patient has one episode, these are Greenwood’s formula and Wilson’s interval.',
		'Between protocols, the log-rank test compares the rates of response among those in care, and Gray’s test the chances to respond as things went, leaving included. The log-rank test allows for several episodes of a patient, under one protocol or two: its variance adds the products of their score residuals (Lee, Wei and Amato). For Gray’s test there is no such addition here: it takes episodes as independent.',
	],
	formula: [
		'S(k) = Πⱼ≤ₖ (1 − dⱼ/nⱼ), with dⱼ responses among the nⱼ episodes in care without response at session j; se² = S² Σⱼ dⱼ / (nⱼ (nⱼ − dⱼ))',
		'limits S^exp(±z · se / (S log S)), z = 1.96',
		'as it went: at session j, P₀ dⱼ/nⱼ of those in care respond; after it, P₀ lⱼ/mⱼ of those left leave or are discharged, with lⱼ such ends among the mⱼ whose visit j is long enough ago to tell; P₀ is the chance to be in care just before each',
		'with several episodes of a patient: se² = Σ over patients of (Σ over their episodes i of ∂P/∂wᵢ)²',
		'(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n) for the worst and best case and the response at the last score, with n/D for n, D = max(1, Σ over patients of (x − p m)² / (n p (1 − p))), x responses in m episodes of a patient',
	],
	citations: [
		'Kaplan EL, Meier P. Nonparametric estimation from incomplete observations. J Am Stat Assoc 1958;53:457–481',
		'Aalen OO, Johansen S. An empirical transition matrix for non-homogeneous Markov chains. Scand J Stat 1978;5:141–150',
		'Brookmeyer R, Crowley J. A confidence interval for the median survival time. Biometrics 1982;38:29–41',
		'Mantel N. Evaluation of survival data and two new rank order statistics. Cancer Chemother Rep 1966;50:163–170',
		'Lee EW, Wei LJ, Amato DA. Cox-type regression analysis for large numbers of small groups of correlated failure time observations. In: Klein JP, Goel PK (eds). Survival Analysis: State of the Art. Kluwer 1992, 237–247',
		'Gray RJ. A class of K-sample tests for comparing the cumulative incidence of a competing risk. Ann Stat 1988;16:1141–1154',
		'Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209–212',
		'Franco C et al. Comparative study of confidence intervals for proportions in complex sample surveys. J Surv Stat Methodol 2019;7:334–364 (the Wilson interval with a design effect)',
		'Therneau TM, Grambsch PM. Modeling Survival Data. Springer 2000, section 7.2 (several courses of a patient)',
		'Therneau T. survival: Survival Analysis (R package; survfit and survdiff are reproduced). Gray B. cmprsk (R package; cuminc is reproduced)',
	],
	sql: [judgeCoursesSql, courseEndsSql, coursePairsSql],
};
