import { cholesky, choleskySolve } from './cholesky.ts';

type Point = Readonly<{ value: number; gradient: Float64Array }>;

/** `hessian` is row-major; it and `value` are from just before the last step, which changes them by rounding only. */
export type Minimum = Readonly<{ point: Float64Array; value: number; hessian: Float64Array; converged: boolean }>;

/**
 * Minimum of a smooth function of a few coordinates, by Newton's method with Levenberg's damping.
 *
 * `at` gives value and gradient of a point; the Hessian is made of differences of gradients, so scale the coordinates to about 1.
 * A step is taken only where it lowers the value, else a shorter one nearer to the steepest descent is tried: it never climbs, and goes on
 * from a saddle unless it starts on one. Converged when a Newton step promises to lower the value by no more than `tolerance`, relative to
 * 1 + its size; not where the function is not a number, or after `maxSteps`.
 *
 * Nocedal J, Wright SJ (2006). Numerical Optimization, 2nd ed., sections 3.4 and 10.3.
 * R: `optim(start, value, gradient, method = "BFGS", hessian = TRUE)`
 */
export function dampedNewton(at: (point: Float64Array) => Point, start: Float64Array, { tolerance, maxSteps }: Readonly<{ tolerance: number; maxSteps: number }>): Minimum {
	let point = start;
	let here = at(point);
	let hessian = differences(at, point);
	let damping = 0;
	for (let steps = 0; steps < maxSteps; steps++) {
		const least = LEAST_DAMPING * (LEAST_DAMPING + largest(hessian));
		const last = solve(hessian, here.gradient, least);
		if (descent(last, here.gradient) <= tolerance * (1 + Math.abs(here.value))) return { point: moved(point, last), value: here.value, hessian, converged: true };
		const next = moved(point, solve(hessian, here.gradient, damping));
		const there = at(next);
		if (there.value <= here.value + ROUNDING * (1 + Math.abs(here.value)) && [there.value, ...there.gradient].every(Number.isFinite)) {
			point = next;
			here = there;
			hessian = differences(at, point);
			damping = damping <= least ? 0 : damping / 10;
		} else damping = Math.max(10 * damping, least);
		if (!(damping < Infinity)) break;
	}
	return { point, value: here.value, hessian, converged: false };
}

const LEAST_DAMPING = 1e-6;
const ROUNDING = 1e-14;
const DIFFERENCE = 1e-5;

function differences(at: (point: Float64Array) => Point, point: Float64Array): Float64Array {
	const size = point.length;
	const hessian = new Float64Array(size * size);
	point.forEach((value, i) => {
		const width = DIFFERENCE * (1 + Math.abs(value));
		const above = at(point.with(i, value + width)).gradient;
		const below = at(point.with(i, value - width)).gradient;
		for (let j = 0; j < size; j++) {
			const bend = (above[j]! - below[j]!) / (4 * width);
			hessian[i * size + j]! += bend;
			hessian[j * size + i]! += bend;
		}
	});
	return hessian;
}

function solve(hessian: Float64Array, gradient: Float64Array, damping: number): Float64Array {
	const size = gradient.length;
	const damped = hessian.map((value, at) => (at % (size + 1) === 0 ? value + damping : value));
	return choleskySolve(cholesky(damped, size), gradient);
}

function moved(point: Float64Array, step: Float64Array): Float64Array {
	return point.map((value, i) => value - step[i]!);
}

// by how much the value falls along a step, as far as its second derivatives tell; not a number where these do not bend upwards
function descent(step: Float64Array, gradient: Float64Array): number {
	return step.reduce((sum, value, i) => sum + (value * gradient[i]!) / 2, 0);
}

function largest(values: Float64Array): number {
	return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
