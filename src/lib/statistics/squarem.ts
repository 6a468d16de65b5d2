type Step = Readonly<{ next: Float64Array; objective: number }>;

/**
 * Fixed point of a slowly converging map that raises an objective at each step, such as EM, by squared extrapolation.
 *
 * `step` gives the map of a point and the objective at that point. Two steps show where the map leads; the next starts from
 * the point extrapolated from them, which is given up for the second step where its objective is lower or not a number.
 * Converged when no coordinate moves by more than `tolerance` in a step, so scale the coordinates to about 1. `objective` is
 * that of the point before the last step. After `maxSteps` it returns where it stands, not converged.
 *
 * Varadhan R, Roland C (2008). Simple and globally convergent methods for accelerating the convergence of any EM
 * algorithm. Scand J Stat 35:335–353 (scheme S3).
 * R: `SQUAREM::squarem(start, fixptfn)`
 */
export function squarem(
	step: (point: Float64Array) => Step,
	start: Float64Array,
	{ tolerance, maxSteps }: Readonly<{ tolerance: number; maxSteps: number }>,
): Readonly<{ point: Float64Array; objective: number; steps: number; converged: boolean }> {
	let point = start;
	let first = step(point);
	for (let steps = 1; ; ) {
		if (distance(point, first.next) <= tolerance || steps >= maxSteps)
			return finish(point, first, steps, tolerance);
		const second = step(first.next);
		steps++;
		if (distance(first.next, second.next) <= tolerance || steps >= maxSteps)
			return finish(first.next, second, steps, tolerance);
		point = extrapolate(point, first.next, second.next);
		first = step(point);
		steps++;
		if (first.objective >= second.objective - ROUNDING * Math.abs(second.objective)) continue;
		point = second.next;
		first = step(point);
		steps++;
	}
}

const ROUNDING = 1e-12;

function finish(point: Float64Array, { next, objective }: Step, steps: number, tolerance: number) {
	return { point: next, objective, steps, converged: distance(point, next) <= tolerance };
}

function distance(a: Float64Array, b: Float64Array): number {
	return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);
}

function extrapolate(start: Float64Array, once: Float64Array, twice: Float64Array): Float64Array {
	let change = 0;
	let bend = 0;
	start.forEach((value, i) => {
		change += (once[i]! - value) ** 2;
		bend += (twice[i]! - 2 * once[i]! + value) ** 2;
	});
	const length = Math.max(1, Math.sqrt(change / bend));
	return start.map((value, i) => value + 2 * length * (once[i]! - value) + length ** 2 * (twice[i]! - 2 * once[i]! + value));
}
