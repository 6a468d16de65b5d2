import { normalQuantile } from './normal-quantile.ts';

/**
 * Proportion with its Wilson score interval.
 *
 * Estimates the chance behind `count` of `n` independent yes-or-no outcomes, 0 to 1. Keeps near its nominal coverage for
 * small `n` and for proportions near 0 or 1, where it stays within 0 to 1. `undefined` for `n` = 0; a RangeError for a
 * `count` outside 0 to `n`.
 *
 * Wilson EB (1927). Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 22:209–212.
 * R: `prop.test(count, n, conf.level = level, correct = FALSE)$conf.int`
 */
export function wilsonInterval(
	count: number,
	n: number,
	level = 0.95,
): Readonly<{ estimate: number; lower: number; upper: number }> | undefined {
	if (!(count >= 0 && count <= n)) throw new RangeError(`count must be 0 to ${n}: ${count}`);
	if (n === 0) return undefined;
	const z = normalQuantile((1 + level) / 2);
	const estimate = count / n;
	const centre = count + (z * z) / 2;
	const margin = z * Math.sqrt(n * estimate * (1 - estimate) + (z * z) / 4);
	return {
		estimate,
		lower: count === 0 ? 0 : (centre - margin) / (n + z * z),
		upper: count === n ? 1 : (centre + margin) / (n + z * z),
	};
}
