import { normalQuantile } from './normal-quantile.ts';

/**
 * Confidence limits of a probability, made on the log(−log) scale.
 *
 * Bounds the probability estimated by `estimate` with standard error `se`; the limits stay within 0 to 1 and hold their level
 * in smaller samples than `estimate` ± z·se. `undefined` where the estimate is 0 or 1, since its standard error then says
 * nothing of how far off it may be.
 *
 * Kalbfleisch JD, Prentice RL (2002). The Statistical Analysis of Failure Time Data, 2nd ed., section 1.4.
 * R: `survfit(…, conf.type = 'log-log', conf.int = level)`
 */
export function logLogLimits(estimate: number, se: number, level = 0.95): Readonly<{ lower: number; upper: number }> | undefined {
	if (!(estimate > 0 && estimate < 1 && se >= 0)) return undefined;
	const margin = (normalQuantile((1 + level) / 2) * se) / (estimate * Math.log(estimate));
	return { lower: estimate ** Math.exp(-margin), upper: estimate ** Math.exp(margin) };
}
