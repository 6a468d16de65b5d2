import { winsorise } from './winsorise.ts';

/**
 * Over-dispersion of units about a target: how much more they differ than chance alone would make them.
 *
 * `z` is a unit's distance from the target over `se`, its standard error by chance alone. `phi` is the mean square of the z,
 * after a `share` of each tail is winsorised so that true outliers do not widen the limits that are to show them: about 1
 * where there is chance alone. `tau2` is the variance between units that makes up for the rest, in the square of the units
 * of `se`; 0 where `phi` is below (n − 1) / n. `undefined` below two units, and where a standard error is not above 0.
 *
 * Spiegelhalter DJ (2005). Handling over-dispersion of performance indicators. Qual Saf Health Care 14:347–351.
 * R: `phi <- mean(z^2); w <- 1 / se^2; max(0, (n * phi - (n - 1)) / (sum(w) - sum(w^2) / sum(w)))`; with z about the mean
 * weighted by w and a share of 0, `metafor::rma(y, se^2, method = 'DL')$tau2`
 */
export function overDispersion(units: readonly Readonly<{ z: number; se: number }>[], share = 0.1): Readonly<{ phi: number; tau2: number }> | undefined {
	const n = units.length;
	if (n < 2 || units.some(({ se }) => !(se > 0))) return undefined;
	const z = winsorise(
		units.map((unit) => unit.z),
		share,
	);
	const phi = z.reduce((sum, each) => sum + each ** 2, 0) / n;
	const weight = units.reduce((sum, { se }) => sum + se ** -2, 0);
	const squares = units.reduce((sum, { se }) => sum + se ** -4, 0);
	return { phi, tau2: Math.max(0, (n * phi - (n - 1)) / (weight - squares / weight)) };
}
