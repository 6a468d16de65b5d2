/**
 * Limits of an XmR chart (individuals and moving range).
 *
 * Estimates the mean of a stable process and the range within which its single values fall while nothing changes: `centre`
 * ± 2.66 times the mean of the absolute differences between neighbours, 2.66 being 3 / d2 with d2 = 1.128, the mean range of
 * two normal values in standard deviations. `values` are in order of time, in any unit; `upperRange`, 3.267 times the mean
 * moving range, is the limit of a single difference. Assumes that values are independent of each other; a trend or a wave
 * within them makes the limits too narrow. `reach` is the distance from the centre to either limit. `undefined` below two values.
 *
 * Wheeler DJ, Chambers DS (1992). Understanding statistical process control, 2nd ed. SPC Press, ch. 3.
 * R: `mean(x) + c(-1, 1) * 2.66 * mean(abs(diff(x)))`; `qcc::qcc(x, type = "xbar.one")` but for the rounding of 2.66
 */
export function xmrLimits(values: readonly number[]): XmrLimits | undefined {
	if (values.length < 2) return undefined;
	const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
	const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
	const meanMovingRange = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
	const reach = individualsFactor * meanMovingRange;
	return { centre, lower: centre - reach, upper: centre + reach, reach, meanMovingRange, upperRange: rangeFactor * meanMovingRange };
}

export type XmrLimits = Readonly<{ centre: number; lower: number; upper: number; reach: number; meanMovingRange: number; upperRange: number }>;

const individualsFactor = 2.66;
const rangeFactor = 3.267;
