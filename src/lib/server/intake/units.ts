import { fields } from '#lib/record/fields.ts';

/** What a number in another unit is multiplied by to be one in the unit of the field table. */
const factors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	km: { miles: 1.609344, metres: 0.001 },
	minutes: { seconds: 1 / 60, hours: 60 },
	hours: { minutes: 1 / 60, days: 24, weeks: 168 },
	weeks: { days: 1 / 7, months: 365.25 / 12 / 7, years: 365.25 / 7 },
	points: { 'points-of-100': 0.1 },
	currency: { cents: 0.01 },
};

/** The units in which a mapping may say that a canonical column is; undefined where the column holds no numbers. */
export function unitsOf(column: string): readonly string[] | undefined {
	const unit = unitOf(column);
	return unit === undefined ? undefined : [unit, ...Object.keys(factors[unit] ?? {})];
}

export function isUnitOf(column: string, unit: string): boolean {
	return unitsOf(column)?.includes(unit) ?? false;
}

/** What a number of the column is multiplied by where it is in `unit`. */
export function unitFactor(column: string, unit: string): number {
	return factors[unitOf(column) ?? '']?.[unit] ?? 1;
}

function unitOf(column: string): string | undefined {
	const field = fields.find(({ name }) => name === column);
	return field !== undefined && 'unit' in field ? field.unit : undefined;
}
