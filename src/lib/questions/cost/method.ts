import type { Method } from '../answer.ts';
import { scoredCoursesSql } from '../scored-courses.ts';
import coverageSql from './coverage.sql?raw';
import createEpisodeCostSql from './create-episode-cost.sql?raw';
import episodesSql from './episodes.sql?raw';
import pairsSql from './pairs.sql?raw';
import respondersSql from './responders.sql?raw';
import sessionsSql from './sessions.sql?raw';

export const method: Method = {
	text: [
		'A session’s cost is its recorded price. An episode’s cost is the sum over its visits, and only episodes count whose visits all have a price in one currency and for which response can be judged, so that costs an episode and a responder are of the same episodes; where none can be judged, all priced ones. Currencies are kept apart. Protocol and payer are those with which the episode began.',
		'Means have 95 % t intervals, and a second interval that allows for one patient’s costs being alike, made from each patient’s sums. The share of sessions within a price range has a Wilson interval, and one made from patients’ sums too.',
		'Cost a responder is all that the episodes cost, those without response included, by the number that responded: reached the threshold at the last score after session 1, against the score at session 1. An episode without a later score counts as no response; one without a first score, or whose condition has no threshold, is left out.',
		'Its first interval is Fieller’s, the ratios that patients’ sums do not contradict. Its second is a bootstrap from sums: the number of responders is drawn anew from the binomial distribution, the mean cost of responders and of others from the normal distribution given their number, 2,000 times with a fixed seed; it takes episodes as independent.',
		'Two protocols are compared by the difference in cost an episode and in share of responders. Their ratio, the cost of an extra responder, is given where the protocol that costs more has more responders; otherwise one is better in both, and no price exists. The plane shows 200 draws from the bivariate normal distribution of both differences; the acceptability curve the chance, by what one would pay for a responder, that the first protocol is worth it.',
	],
	formula: [
		'mean ± t(0.975, n − 1) · s / √n; from patients’ sums: V = G/(G − 1) · Σᵢ (xᵢ − m nᵢ)² / N², mean ± t(0.975, G − 1) · √V',
		'cost a responder C̄ / Ē, with C̄ and Ē the means of patients’ sums; Fieller: all r with (C̄ − r Ē)² ≤ t² · (V_C − 2 r V_CE + r² V_E)',
		'bootstrap: R ~ Bin(n, p̂), cost = R m₁ + √R s₁ z₁ + (n − R) m₀ + √(n − R) s₀ z₀, by R; 2.5 % and 97.5 % quantiles',
		'cost of an extra responder Δ_C / Δ_E, with Fieller’s interval',
		'acceptability at λ: Φ((λ Δ_E − Δ_C) / √(λ² V_E + V_C − 2 λ V_CE))',
	],
	citations: [
		'Fieller EC. Some problems in interval estimation. J R Stat Soc B 1954;16:175–185',
		'Efron B, Tibshirani RJ. An Introduction to the Bootstrap. Chapman and Hall 1993',
		'van Hout BA et al. Costs, effects and C/E-ratios alongside a clinical trial. Health Econ 1994;3:309–319',
		'Briggs A, Fenn P. Confidence intervals or surfaces? Uncertainty on the cost-effectiveness plane. Health Econ 1998;7:723–740',
		'Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209–212',
		'Korn EL, Graubard BI. Confidence intervals for proportions with small expected number of positive counts estimated from survey data. Surv Methodol 1998;24:193–201',
		'Liang KY, Zeger SL. Longitudinal data analysis using generalized linear models. Biometrika 1986;73:13–22',
	],
	sql: [scoredCoursesSql, createEpisodeCostSql, coverageSql, sessionsSql, episodesSql, respondersSql, pairsSql],
};
