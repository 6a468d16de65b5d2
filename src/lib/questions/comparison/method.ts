import type { Method } from '../answer.ts';
import { scoredCoursesSql } from '../scored-courses.ts';
import createComparedSql from './create-compared.sql?raw';
import levelsSql from './levels.sql?raw';
import patientPairsSql from './patient-pairs.sql?raw';
import patternsSql from './patterns.sql?raw';
import sidesSql from './sides.sql?raw';

export const method: Method = {
	text: [
		'With two protocols asked for, those are compared; otherwise the two of most episodes in each condition. The outcome is the last score after session 1 of the episodes that also have a score at session 1. A difference is the first protocol’s mean less the second’s.',
		'Unadjusted: the difference of the plain means, with Welch’s interval.',
		'ANCOVA: least squares on the score at session 1, chronicity, clinic, sex and age band (each a set of categories, “not recorded” among them), with a standard error that holds where the spread differs between patients (HC3) and a t interval.',
		'Overlap-weighted: a logistic model of the same covariates gives each patient’s chance e of the first protocol; a patient of the first weighs 1 − e and one of the second e. That compares the patients who could have had either, and makes both groups alike in every covariate of the model. The standard error treats e as estimated, with a correction for small groups. Episodes in a level that only one of the two protocols has would weigh nothing and are set aside, in the ANCOVA too.',
		'A patient may have several episodes of a condition, and these are likely to end alike. Every standard error adds up how far the episodes of a patient move the estimate before squaring (sandwich by patient), from sums over each two episodes of a patient; degrees of freedom fall in proportion to the number of patients the episodes are worth (Kish), and shares count as many episodes as tell as much (design effect). Where each patient has one episode, nothing of this changes a number.',
		'No difference is shown, not even the plain one, where the covariates separate the groups, or where a group is, after weighting, worth fewer patients than the minimum cell.',
		'Balance: the difference of the groups in each covariate in standard deviations, before and after weighting; beyond 0.1 either way is commonly called unlike.',
		'E-value: how strongly something unrecorded would have to go with both protocol and outcome, as a risk ratio with each, to explain the weighted difference away; and the same for the limit of its interval nearer to none.',
		'Response: the share that reached the threshold at the last score. Plain difference with Newcombe’s interval (by square and add with the correlation of the two shares, where patients are in both); weighted difference by the same overlap weights. The number needed is the reciprocal of the weighted one; where its interval includes 0, numbers in either direction run to infinity.',
		'Over conditions that compare the same two protocols, differences are pooled by random effects (REML, Knapp–Hartung interval never narrower than the plain one). I² is the part of the variance seen that lies between conditions. Conditions are taken as independent, also where patients are in several.',
	],
	formula: [
		'HC3: (X′X)⁻¹ Σ x x′ r²/(1 − h)² (X′X)⁻¹; by patient: (X′X)⁻¹ Σ s s′ (X′X)⁻¹, s = Σ x r/(1 − h) over the episodes of a patient',
		'degrees of freedom n²/Σm² − k, with m episodes of a patient and k coefficients',
		'Σ (1 − e) y / Σ (1 − e) over the first − Σ e y / Σ e over the second; effective n = (Σ w)² / Σ w²',
		'(m₁ − m₂) / √((s₁² + s₂²)/2)',
		'RR ≈ exp(0.91 d), limits exp(0.91 d ± 1.78 s); E = RR + √(RR (RR − 1))',
		'p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²), p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²)',
	],
	citations: [
		'Welch BL. The generalization of “Student’s” problem. Biometrika 1947;34:28–35',
		'Long JS, Ervin LH. Using heteroscedasticity consistent standard errors in the linear regression model. Am Stat 2000;54:217–224',
		'Liang KY, Zeger SL. Longitudinal data analysis using generalized linear models. Biometrika 1986;73:13–22',
		'Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach. Stat Med 2008;27:1693–1702',
		'Li F, Morgan KL, Zaslavsky AM. Balancing covariates via propensity score weighting. J Am Stat Assoc 2018;113:390–400',
		'Li F, Thomas LE, Li F. Addressing extreme propensity scores via the overlap weights. Am J Epidemiol 2019;188:250–257',
		'Mancl LA, DeRouen TA. A covariance estimator for GEE with improved small-sample properties. Biometrics 2001;57:126–134',
		'Crump RK et al. Dealing with limited overlap in estimation of average treatment effects. Biometrika 2009;96:187–199 (chances of 10 to 90 %)',
		'Austin PC. Balance diagnostics for comparing the distribution of baseline covariates. Stat Med 2009;28:3083–3107',
		'VanderWeele TJ, Ding P. Sensitivity analysis in observational research: introducing the E-value. Ann Intern Med 2017;167:268–274',
		'Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med 1998;17:873–890',
		'Altman DG. Confidence intervals for the number needed to treat. BMJ 1998;317:1309–1312',
		'Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects model. J Educ Behav Stat 2005;30:261–293',
		'Knapp G, Hartung J. Improved tests for a random effects meta-regression with a single covariate. Stat Med 2003;22:2693–2710',
	],
	sql: [scoredCoursesSql, createComparedSql, sidesSql, patternsSql, patientPairsSql, levelsSql],
};
