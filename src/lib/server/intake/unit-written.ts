import type { FieldName } from '#lib/record/fields.ts';
import { unitsOf } from './units.ts';

/** How units are written beside a number or in the name of a column, in lower case and without spaces and full stops. */
const written: Readonly<Record<string, readonly string[]>> = {
	points: ['/10', 'of10', 'outof10', 'von10', 'sur10', 'su10', 'de10', 'van10', 'points', 'pts'],
	'points-of-100': ['/100', 'of100', 'outof100', 'von100', 'sur100', 'su100', 'de100', 'van100', 'mm', '0-100', '0–100', '0to100', '0bis100'],
	km: ['km', 'kms', 'kilometres', 'kilometers', 'kilometer'],
	miles: ['mi', 'mile', 'miles'],
	metres: ['metres', 'meters'],
	minutes: ['min', 'mins', 'minute', 'minutes', 'minuten'],
	seconds: ['s', 'sec', 'secs', 'second', 'seconds', 'sekunden', 'secondes'],
	hours: ['h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunden', 'heures'],
	days: ['d', 'day', 'days', 'tage', 'jours', 'dagen', 'giorni', 'dias'],
	weeks: ['w', 'wk', 'wks', 'week', 'weeks', 'wochen', 'semaines', 'weken'],
	months: ['mo', 'mos', 'mth', 'mths', 'month', 'months', 'monat', 'monate', 'mois', 'maanden', 'mesi', 'meses'],
	years: ['y', 'yr', 'yrs', 'year', 'years', 'jahre', 'ans', 'jaar', 'anni'],
	needles: ['needles', 'needle', 'nadeln', 'aiguilles'],
	cents: ['cents', 'ct', 'cts'],
};

const currency = /^((a|au|c|ca|nz|us|r|s|hk)?[$]|[€£¥₹]|usd|eur|gbp|chf|cad|aud|nzd|sgd|hkd|sek|nok|dkk|isk|pln|czk|huf|ron|bgn|try|ils|jpy|cny|inr|zar|brl|mxn|fr|kr|zł)$/u;

/** Signs that are of one currency alone. */
const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₹': 'INR', ZŁ: 'PLN' };

/** What stands for no cents behind a price. */
const dash = /^[.,](--?|[–—])$/u;

/** The unit of a column that a word or sign says; of a price, its currency in capitals, or `currency` where it says none. Undefined where it says none that the column may have. */
export function unitWritten(name: FieldName, text: string): string | undefined {
	const plain = text.toLowerCase().replaceAll(/[\s.]/gu, '');
	const units = unitsOf(name) ?? [];
	const unit = units.find((each) => written[each]?.includes(plain));
	if (unit !== undefined) return unit;
	if (!units.includes('currency')) return undefined;
	if (dash.test(text.trim())) return 'currency';
	const named = plain.toUpperCase();
	return currency.test(plain) ? (signs[named] ?? named) : undefined;
}
