import type { Method } from '../answer.ts';
import distributionSql from './distribution.sql?raw';
import groupsSql from './groups.sql?raw';
import patternsSql from './patterns.sql?raw';
import pointsSql from './points.sql?raw';

export const method: Method = {
	text: [
		'The plain mean at a session is the mean score of the episodes scored there, with a 95 % t interval. Patients who recover stop coming and patients who do not improve give up, so it describes whoever is left.',
		'The adjusted mean estimates what the mean would be had everyone been scored at every session. A mixed model for repeated measures (multivariate normal, each session with its own mean and variance, each two sessions with their own covariance) is fitted by maximum likelihood to all scores of all episodes; episodes that ended lend their course to the estimate.',
		'Its standard error is the usual one of such a model, which takes the variances and covariances as known. Where patients leave because of their scores that is too small at later sessions, so the 95 % interval is made with another, which allows for their being estimated too (the observed information of all parameters), and with t, whose degrees of freedom are fewer where few scores carry the estimate. The interval can therefore be wider than the standard error suggests.',
		'It is right where leaving depends on scores that were recorded (missing at random). Where patients leave for reasons that no recorded score shows, it is not.',
		'Median and quartiles are interpolated between scores. The distribution counts scores by tenths of the range of the measure.',
	],
	formula: [
		'mean ± t(0.975, n − 1) · s / √n',
		'maximise Σᵢ log φ(yᵢ; μᵢ, Σᵢ) over μ and Σ, where yᵢ are the observed scores of episode i and μᵢ, Σᵢ the parts of μ and Σ that belong to them',
		'se² = N / (N − K) · (Σᵢ Xᵢᵀ Σᵢ⁻¹ Xᵢ)⁻¹, with N scores at K sessions',
		'interval μ̂ₖ ± t(0.975, νₖ) · √Vₖ with Vₖ = gₖᵀ J⁻¹ gₖ: J is the observed information of the coefficients and residual variances of the regressions of each session j on those before it, gₖ the gradient of μ̂ₖ, its part of session j times √(nⱼ / (nⱼ − j)) for the j coefficients fitted to nⱼ scores',
		'νₖ = Vₖ² / Σⱼ (vⱼ² / (nⱼ − j)), where Vₖ = Σⱼ vⱼ and vⱼ is the part that regression j contributes',
	],
	citations: [
		'Mallinckrodt CH et al. Recommendations for the primary analysis of continuous endpoints in longitudinal clinical trials. Drug Inf J 2008;42:303–319',
		'Kenward MG, Molenberghs G. Likelihood based frequentist inference when data are missing at random. Stat Sci 1998;13:236–247',
		'Louis TA. Finding the observed information matrix when using the EM algorithm. J R Stat Soc B 1982;44:226–233',
		'Satterthwaite FE. An approximate distribution of estimates of variance components. Biometrics Bull 1946;2:110–114',
		'Little RJA, Rubin DB. Statistical Analysis with Missing Data, 3rd ed. Wiley 2019',
		'Pinheiro J, Bates D. nlme: Linear and Nonlinear Mixed Effects Models (R package; gls is reproduced)',
		'Hyndman RJ, Fan Y. Sample quantiles in statistical packages. Am Stat 1996;50:361–365 (type 7)',
	],
	sql: [groupsSql, pointsSql, distributionSql, patternsSql],
};
