import { arcsine, proportionAt } from '#lib/statistics/arcsine.ts';
import { funnelLimits } from '#lib/statistics/funnel-limits.ts';
import { intraclassCorrelation } from '#lib/statistics/intraclass-correlation.ts';
import { normalQuantile } from '#lib/statistics/normal-quantile.ts';
import { overDispersion } from '#lib/statistics/over-dispersion.ts';
import { shrunkenEstimates } from '#lib/statistics/shrunken-estimate.ts';
import type { Expectations } from './expected.ts';
import { repeatedIn, type PatternPair } from './repeated.ts';
import type { FunnelLimits, Interval, VariationPoint } from './result.ts';
import { ofUnits, type UnitSums } from './unit-sums.ts';

/** Fewer episodes make no point. */
export const minimumEpisodes = 30;

/** A scale where chance makes the same normal error whatever the value. */
type Scale = Readonly<{ to: (value: number) => number; from: (value: number) => number }>;

const scales = { response: { to: arcsine, from: proportionAt }, change: { to: (value: number) => value, from: (value: number) => value } } as const;

export type Funnel = Readonly<{
	n: number;
	overall: number;
	overDispersion: Readonly<{ phi: number; tau2: number }> | null;
	repeated: Readonly<{ correlation: number; designEffect: number }> | null;
	limits: readonly FunnelLimits[];
	correlation: Interval | null;
	units: readonly Readonly<{ unit: string; n: number; point: VariationPoint | null }>[];
}>;

/** The funnel of one outcome over clinics or therapists, in alphabetical order; `pairs` are of episodes of one patient. */
export function funnel(expectations: Expectations, pairs: readonly PatternPair[], outcome: 'response' | 'change', level: 'clinic' | 'therapist'): Funnel {
	const units = ofUnits(expectations.patterns, level);
	const scale = scales[outcome];
	const centre = scale.to(expectations.mean);
	const { correlation: likeness, designEffect, ofUnit } = repeatedIn(units, pairs, expectations, level);
	const placed = units.filter(({ n }) => n >= minimumEpisodes).map((unit) => place(unit, scale, expectations.sd * Math.sqrt(ofUnit(unit.unit))));
	const dispersion = overDispersion(placed);
	const tau2 = dispersion?.tau2 ?? 0;
	const shrunken = shrunkenEstimates(placed.map(({ distance, se }) => ({ estimate: centre + distance, se })));
	const correlation = intraclassCorrelation(units.map(({ residual }) => residual), 0.95, designEffect);
	const points = new Map(
		placed.map((each, at) => {
			const own = 'reason' in shrunken ? undefined : shrunken.units[at];
			return [each.unit, { ...point(each, centre, tau2, scale), shrunken: own === undefined ? null : interval(own, scale) }];
		}),
	);
	return {
		n: expectations.patterns.reduce((total, { n }) => total + n, 0),
		overall: expectations.mean,
		overDispersion: dispersion ?? null,
		repeated: designEffect > 1 ? { correlation: likeness, designEffect } : null,
		limits: sizes(placed.map(({ n }) => n)).map((n) => limits(n, expectations.sd * Math.sqrt(designEffect / n), centre, tau2, scale)),
		correlation: 'reason' in correlation ? null : correlation,
		units: units.map(({ unit, n }) => ({ unit, n, point: points.get(unit) ?? null })),
	};
}

type Placed = Omit<UnitSums, 'residual'> & Readonly<{ distance: number; se: number; z: number }>;

function place({ unit, n, observed, expected }: UnitSums, scale: Scale, sd: number): Placed {
	const se = sd / Math.sqrt(n);
	const distance = scale.to(observed) - scale.to(expected);
	return { unit, n, observed, expected, distance, se, z: distance / se };
}

function point({ observed, expected, distance, se, z }: Placed, centre: number, tau2: number, scale: Scale): Omit<VariationPoint, 'shrunken'> {
	const zWidened = distance / Math.sqrt(se ** 2 + tau2);
	const standardised = interval({ estimate: centre + distance, ...funnelLimits({ target: centre + distance, se, tau2: 0 }, 0.95) }, scale);
	return { observed, expected, standardised, z, zWidened, beyond: beyond(zWidened) };
}

function beyond(z: number): VariationPoint['beyond'] {
	if (Math.abs(z) > normalQuantile(0.999)) return '99.8';
	return Math.abs(z) > normalQuantile(0.975) ? '95' : 'neither';
}

function interval({ estimate, lower, upper }: Interval, { from }: Scale): Interval {
	return { estimate: from(estimate), lower: from(lower), upper: from(upper) };
}

function limits(n: number, se: number, target: number, tau2: number, { from }: Scale): FunnelLimits {
	const bounds = (level: number, between: number) => {
		const { lower, upper } = funnelLimits({ target, se, tau2: between }, level);
		return { lower: from(lower), upper: from(upper) };
	};
	return { n, chance95: bounds(0.95, 0), chance998: bounds(0.998, 0), widened95: bounds(0.95, tau2), widened998: bounds(0.998, tau2) };
}

// sizes at which the limits are drawn: evenly spaced in their root, since limits go with it
function sizes(all: readonly number[]): number[] {
	if (all.length === 0) return [];
	const [first, last] = [Math.sqrt(minimumEpisodes), Math.sqrt(Math.max(...all))];
	return [...new Set(Array.from({ length: 41 }, (_, step) => Math.round((first + ((last - first) * step) / 40) ** 2)))];
}
