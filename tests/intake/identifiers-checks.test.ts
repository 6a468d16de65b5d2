import { describe, expect, test } from 'vitest';
import { identifierOfColumn } from '#lib/server/intake/identifiers/identifier-of-column.ts';
import { passesCheck } from '#lib/server/intake/identifiers/passes-check.ts';

/** Examples that authorities and libraries publish; nobody has these numbers. */
const published = [
	['nhs', '9434765919', '9434765918'],
	['nhi', 'ZZZ0016', 'ZZZ0017'],
	['bsn', '111222333', '111222334'],
	['luhn', '046454286', '046454287'],
	['dni', '12345678Z', '12345678A'],
	['nir', '255081416802538', '255081416802539'],
	['personnummer', '811218-9876', '811218-9877'],
	['fodselsnummer', '15108695088', '15108695089'],
	['iban', 'GB29NWBK60161331926819', 'GB29NWBK60161331926818'],
	['vin', '1M8GDM9AXKP042788', '1M8GDM9A1KP042788'],
] as const;

describe('check digits', () => {
	test.each(published)('of %s are right in %s and wrong in %s', (check, right, wrong) => {
		expect([passesCheck(right, check), passesCheck(wrong, check)]).toEqual([true, false]);
	});
});

describe('a column of bare numbers', () => {
	const many = (count: number, value: (place: number) => string) => Array.from({ length: count }, (_, place) => value(place));
	const spread = (place: number) => (place * 7919) % 10_000;
	const four = (number: number) => String(number).padStart(4, '0');

	test.each([
		['dates of birth', many(30, (place) => `19${20 + (place * 7) % 80}0${1 + (place % 9)}1${place % 10}`), 'date'],
		['telephone numbers', many(60, (place) => `${200 + ((place * 37) % 700)}${200 + ((place * 91) % 700)}${four(spread(place))}`), 'telephone'],
		['social security numbers', many(60, (place) => `${100 + ((place * 37) % 500)}${10 + (place % 80)}${four(1 + spread(place))}`), 'national-id'],
	])('is found to hold %s', (_, values, identifier) => {
		expect(identifierOfColumn(values)?.id).toBe(identifier);
	});

	test.each([
		['counted up from 1', many(500, (place) => String(place + 1))],
		['counted up with ten digits', many(500, (place) => String(2_300_400_001 + place))],
		['counted up with nine digits', many(500, (place) => String(483_920_175 + place))],
		['at random with ten digits', many(500, (place) => String(1_000_000_007 + ((place * 7_919_191_919) % 8_999_999_993)))],
		['of a year and a number', many(400, (place) => `2024${four(place + 1)}`)],
		['of a few patients', ['483920175', '582910364', '219384756']],
		['of scores', many(100, (place) => (place / 10).toFixed(1))],
	])('%s is not', (_, values) => {
		expect(identifierOfColumn(values)).toBeUndefined();
	});
});
