import type { Method } from '../answer.ts';
import createFollowedSql from './create-followed.sql?raw';
import bySessionSql from './create-scored-by-session.sql?raw';
import byWeekSql from './create-scored-by-week.sql?raw';
import createGroupSql from './create-scored-group.sql?raw';
import distributionSql from './distribution.sql?raw';
import endsSql from './ends.sql?raw';
import groupsSql from './groups.sql?raw';
import patternsSql from './patterns.sql?raw';
import pointsSql from './points.sql?raw';
import stayingSql from './staying.sql?raw';
import weightedSql from './weighted.sql?raw';

export const method: Method = {
	text: [
		'The plain mean at a session is the mean score of the episodes scored there, with a 95 % t interval. Patients who recover stop coming and patients who do not improve give up, so it describes whoever is left.',
		'The adjusted mean estimates what the mean would be had everyone been scored at every session. A mixed model for repeated measures (multivariate normal, each session with its own mean and variance, each two sessions with their own covariance) is fitted by maximum likelihood to all scores of all episodes; episodes that ended lend their course to the estimate.',
		'Its standard error is the usual one of such a model, which takes the variances and covariances as known. Where patients leave because of their scores that is too small at later sessions, so the 95 % interval is made with another, which allows for their being estimated too (the observed information of all parameters), and with t, whose degrees of freedom are fewer where few scores carry the estimate. The interval can therefore be wider than the standard error suggests. Beside it stands the same model by restricted maximum likelihood (restricted), whose variances are freed of what the means cost, with its degrees of freedom: the two differ by little.',
		'Where too few scores carry that model (unstructured), so that it reaches less than half of the sessions at which ten or more episodes were scored, a simpler one makes the curve (linear): each session still has its own mean, but each episode departs from the means along a straight line of its own, with normal errors beside it; restricted maximum likelihood, t intervals with Satterthwaite’s degrees of freedom. The answer says which of the two made the numbers. Neither is asked about more than 24 sessions.',
		'It is right where leaving depends on scores that were recorded (missing at random). Where patients leave for reasons that no recorded score shows, it is not.',
		'How far it would be off then can be supposed (delta): the unseen scores of those who left are taken to be so many points worse than the model predicts, from their last score on, which moves the mean by that much times the share who had left. The interval moves with it; it takes the share as it is in these records, and the shifted scores are not kept within the scale. The tipping point is the shift at which the mean improvement from the first to the last session that is shown meets the threshold of a meaningful change.',
		'A second way to account for who left weights the scores of those still attending (staying): each by one over the chance that its episode had gone on so far. The chance of a later score is fitted by one logistic regression over all sessions, on the first score, the latest score and the session; the latest score has a slope of its own at each session that at least 20 episodes left and 20 did not. For this, scores are told apart by tenths of the range of the measure. Episodes without a score at session 1 do not count, and a session without a score before a later one is not a departure.',
		'The robust interval of the weighted mean takes the weights as known. They are estimated, by maximum likelihood, which makes the interval too wide rather than too narrow. No weight is cut off; weights stabilised by the share that stayed at a session would give the same means. The curve ends where the weighted scores are worth fewer than 10 equally weighted ones or than a third of those at session 1: where nearly all who felt well have left, few are there to stand for them, and the weighted mean nears the plain one. There is none where scores tell for certain who left.',
		'By weeks, the week is counted from the first visit, week 1 being its first seven days, and the first score of an episode in a week stands for it.',
		'What might have happened anyway: the codebook holds published means of people who were not treated as here, on the scale of their source. They are put onto the range of the measure in proportion (23 of 0–100 is 2.3 of 0–10) and drawn by weeks, their start at week 1; a week is never made out of a session number. A difference that a trial found between two groups is not drawn beside the curve: it leaves out what would have come anyway, and a change from first to last score holds it. People come when pain is at its worst, so that part of any fall is regression to the mean.',
		'Median and quartiles are interpolated between scores. The distribution counts scores by tenths of the range of the measure.',
	],
	formula: [
		'mean ± t(0.975, n − 1) · s / √n',
		'maximise Σᵢ log φ(yᵢ; μᵢ, Σᵢ) over μ and Σ, where yᵢ are the observed scores of episode i and μᵢ, Σᵢ the parts of μ and Σ that belong to them; restricted: less ½ log |Σᵢ Xᵢᵀ Σᵢ⁻¹ Xᵢ|, where Xᵢ picks μᵢ out of μ',
		'linear: yᵢₖ = μₖ + aᵢ + bᵢ · k + eᵢₖ, with (a, b) and e normal',
		'se² = N / (N − K) · (Σᵢ Xᵢᵀ Σᵢ⁻¹ Xᵢ)⁻¹, with N scores at K sessions; restricted: without the factor N / (N − K)',
		'interval μ̂ₖ ± t(0.975, νₖ) · √Vₖ with Vₖ = gₖᵀ J⁻¹ gₖ: J is the observed information of the coefficients and residual variances of the regressions of each session j on those before it, gₖ the gradient of μ̂ₖ, its part of session j times √(nⱼ / (nⱼ − j)) for the j coefficients fitted to nⱼ scores',
		'νₖ = Vₖ² / Σⱼ (vⱼ² / (nⱼ − j)), where Vₖ = Σⱼ vⱼ and vⱼ is the part that regression j contributes',
		'shifted mean = μ̂ₖ ± δ · qₖ, with qₖ the share of episodes whose last score came before session k; towards the bad end of the scale',
		'tipping point δ* = (improvement − threshold) / (q of the last session − q of the first)',
		'logit P(later score | session j) = αⱼ + βⱼ · latest + γ · first; wᵢₖ = Π 1 / Pᵢⱼ over the sessions j before k',
		'μ̂ₖ = Σ w y / Σ w ± t(0.975, m − 1) · √(m / (m − 1)) · √Σ w² (y − μ̂ₖ)² / Σ w, with m = (Σ w)² / Σ w²',
	],
	citations: [
		'Mallinckrodt CH et al. Recommendations for the primary analysis of continuous endpoints in longitudinal clinical trials. Drug Inf J 2008;42:303–319',
		'Kenward MG, Molenberghs G. Likelihood based frequentist inference when data are missing at random. Stat Sci 1998;13:236–247',
		'Patterson HD, Thompson R. Recovery of inter-block information when block sizes are unequal. Biometrika 1971;58:545–554',
		'Laird NM, Ware JH. Random-effects models for longitudinal data. Biometrics 1982;38:963–974',
		'Jennrich RI, Schluchter MD. Unbalanced repeated-measures models with structured covariance matrices. Biometrics 1986;42:805–820',
		'Satterthwaite FE. An approximate distribution of estimates of variance components. Biometrics Bull 1946;2:110–114',
		'Little RJA, Rubin DB. Statistical Analysis with Missing Data, 3rd ed. Wiley 2019',
		'Carpenter JR, Kenward MG, White IR. Sensitivity analysis after multiple imputation under missing at random: a weighting approach. Stat Methods Med 2007;16:259–275',
		'Cro S, Morris TP, Kenward MG, Carpenter JR. Sensitivity analysis for clinical trials with missing continuous outcome data using controlled multiple imputation. Stat Med 2020;39:2815–2842 (delta)',
		'Robins JM, Rotnitzky A, Zhao LP. Analysis of semiparametric regression models for repeated outcomes in the presence of missing data. J Am Stat Assoc 1995;90:106–121',
		'Cole SR, Hernán MA. Constructing inverse probability weights for marginal structural models. Am J Epidemiol 2008;168:656–664',
		'Lunceford JK, Davidian M. Stratification and weighting via the propensity score in estimation of causal treatment effects. Stat Med 2004;23:2937–2960 (weights taken as known)',
		'Kish L. Survey Sampling. Wiley 1965 (effective number)',
		'Whitney CW, Von Korff M. Regression to the mean in treated versus untreated chronic pain. Pain 1992;50:281–285',
		'Pinheiro J, Bates D. nlme: Linear and Nonlinear Mixed Effects Models (R package; gls is reproduced)',
		'Hyndman RJ, Fan Y. Sample quantiles in statistical packages. Am Stat 1996;50:361–365 (type 7)',
	],
	sql: [createGroupSql, groupsSql, bySessionSql, byWeekSql, pointsSql, distributionSql, endsSql, patternsSql, createFollowedSql, stayingSql, weightedSql],
};
