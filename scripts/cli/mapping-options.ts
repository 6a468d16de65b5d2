import { monthNames } from '#lib/codebook/month-names.ts';
import type { Mapping } from '#lib/server/intake/mapping.ts';
import { parseMapping } from '#lib/server/intake/parse-mapping.ts';

/** Options that say how files are written, over what the mapping says. */
export const mappingOptions = {
	dates: { type: 'string' },
	months: { type: 'string' },
	'two-digit-years': { type: 'string' },
	decimal: { type: 'string' },
	unit: { type: 'string', multiple: true },
	beside: { type: 'string', multiple: true },
	constant: { type: 'string', multiple: true },
	'whole-ids': { type: 'string' },
	missing: { type: 'string', multiple: true },
	skip: { type: 'string' },
} as const;

export const mappingUsage = `
  --dates ORDER           dmy, mdy or ymd: which of a date's numbers is the day
  --months LANGUAGE       the language of months' names, such as pl, where a name is of two months
  --two-digit-years N     years of two digits below N are of this century
  --decimal SIGN          comma or point
  --unit COLUMN=UNIT      the unit of a column, such as weekly_distance_km=miles or pain_before=points-of-100
  --beside COLUMN=SIGN    what stands beside the numbers of a column and is left out, such as cost=$; several: once for each
  --constant COLUMN=VALUE what is the same for every record and stands in no column
  --whole-ids yes|no      whether identifiers such as 1042.0 lose their .0
  --missing WORD          a word that stands for no value; several: --missing NA --missing=-99
  --skip N                lines that stand above the header`.slice(1);

type Options = Readonly<{
	dates?: string | undefined;
	months?: string | undefined;
	'two-digit-years'?: string | undefined;
	decimal?: string | undefined;
	unit?: readonly string[] | undefined;
	beside?: readonly string[] | undefined;
	constant?: readonly string[] | undefined;
	'whole-ids'?: string | undefined;
	missing?: readonly string[] | undefined;
	skip?: string | undefined;
}>;

const orders = { dmy: 'day-month-year', mdy: 'month-day-year', ymd: 'year-month-day' } as const;

/** The mapping with what the options say in place of its own. */
export function withOptions(map: Mapping, options: Options): Mapping {
	const dates = {
		...map.dates,
		...(options.dates !== undefined && { order: chosen('--dates', options.dates, orders) }),
		...(options.months !== undefined && { months: { ...map.dates?.months, ...chosen('--months', options.months, Object.fromEntries(monthNames)) } }),
		...(options['two-digit-years'] !== undefined && { pivot: wholeNumber('--two-digit-years', options['two-digit-years'], 100) }),
	};
	const told = Object.fromEntries(pairs('--unit', options.unit));
	const units = { ...map.units, ...told };
	const beside = signs(pairs('--beside', options.beside));
	const constants = { ...map.constants, ...Object.fromEntries(pairs('--constant', options.constant)) };
	const scale = Object.entries(map.scale ?? {}).filter(([column]) => !(column in told));
	const written = {
		...map,
		...(Object.keys(dates).length > 0 && { dates }),
		...(options.decimal !== undefined && { decimal: chosen('--decimal', options.decimal, { comma: ',', point: '.' }) }),
		...(Object.keys(units).length > 0 && { units }),
		...(map.scale !== undefined && { scale: Object.fromEntries(scale) }),
		...(options.beside !== undefined && { beside: { ...map.beside, ...beside } }),
		...(Object.keys(constants).length > 0 && { constants }),
		...(options['whole-ids'] !== undefined && { wholeIds: chosen('--whole-ids', options['whole-ids'], { yes: true, no: false }) }),
		...(options.missing !== undefined && { missing: options.missing }),
		...(options.skip !== undefined && { skip: wholeNumber('--skip', options.skip, 1000) }),
	};
	return parseMapping(JSON.stringify(written), 'options');
}

function chosen<Value>(option: string, text: string, choices: Readonly<Record<string, Value>>): Value {
	const found = Object.entries(choices).find(([name]) => name === text);
	if (found === undefined) throw new Error(`${option} must be ${Object.keys(choices).join(' or ')}: ${text}`);
	return found[1];
}

function wholeNumber(option: string, text: string, most: number): number {
	if (!/^[0-9]{1,4}$/u.test(text) || Number(text) > most) throw new Error(`${option} must be a whole number up to ${most}: ${text}`);
	return Number(text);
}

function pairs(option: string, texts: readonly string[] = []): (readonly [column: string, value: string])[] {
	return texts.map((text) => {
		const at = text.indexOf('=');
		if (at < 1 || at === text.length - 1) throw new Error(`${option} must be COLUMN=VALUE: ${text}`);
		return [text.slice(0, at), text.slice(at + 1)];
	});
}

/** The signs beside the numbers of each column. */
function signs(given: readonly (readonly [column: string, sign: string])[]): Record<string, string[]> {
	return Object.fromEntries(given.map(([column]) => [column, given.flatMap(([each, sign]) => (each === column ? [sign] : []))]));
}
