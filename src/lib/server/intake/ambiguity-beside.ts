import { fields } from '#lib/record/fields.ts';
import type { Question, Settled } from './ambiguity.ts';
import { named, type ColumnShapes } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';
import { valuesIn } from './values-in.ts';
import { unitWritten } from './unit-written.ts';

type Sign = Readonly<{ name: string; count: number; record: number }>;

/** Signs beside the numbers of a column, those of its units and others, and how many numbers stand alone. */
type Beside = Readonly<{ column: ColumnShapes; known: readonly Sign[]; units: readonly string[]; unknown: readonly Sign[]; alone: number }>;

/** So many odd ones, and such a share of the column's values, are asked about; fewer are refused one by one. */
const fewest = { values: 2, share: 0.2 };

/** Finds what stands beside the numbers of a column and says their unit, as in 7/10, $85 and 15 min: it is left out, and the unit taken. */
export function settleBeside(columns: readonly ColumnShapes[], mapping: Mapping): Settled {
	const found = columns.filter(({ field }) => !(field in (mapping.beside ?? {}))).flatMap(besideOf);
	const settled = found.filter((each) => isSettled(each, mapping));
	const open = found.flatMap((each) => [...(each.known.length === 0 || settled.includes(each) ? [] : [asked(each, each.known, each.units.length > 1 ? 'several' : 'some')]), ...(each.unknown.length === 0 ? [] : [asked(each, each.unknown, 'unknown')])]);
	const units = Object.fromEntries(settled.flatMap(({ column: { field }, units: [unit] }) => (unit === undefined || isOwn(field, unit) ? [] : [[field, unit] as const])));
	const beside = Object.fromEntries(settled.map(({ column: { field }, known }) => [field, known.map(({ name }) => name)]));
	return {
		mapping: settled.length === 0 ? mapping : { ...mapping, beside: { ...mapping.beside, ...beside }, ...(Object.keys(units).length > 0 && { units: { ...mapping.units, ...units } }) },
		notes: [
			...settled.map(({ column: { field, header }, known, units: [unit = ''] }) => `${header}: what stands beside the numbers was left out (${listed(known)})${isOwn(field, unit) ? '' : `, and they are read as ${unit}`}`),
			...open.filter(({ many }) => !many).map(({ question: { header, seen, todo } }) => `${header}: ${seen}: ${todo}`),
		],
		questions: open.filter(({ many }) => many).map(({ question }) => question),
	};
}

function besideOf(column: ColumnShapes): Beside[] {
	const signs = named(column, 'beside: ');
	if (signs.length === 0) return [];
	const known = signs.filter(({ name }) => unitWritten(column.field, name) !== undefined);
	const numbers = column.shapes.filter(({ shape }) => !/^(beside|nothing|other|two numbers|a bound)/u.test(shape));
	const units = [...new Set(known.flatMap(({ name }) => unitWritten(column.field, name) ?? []))];
	const said = units.filter((unit) => unit !== 'currency');
	return [{ column, known, units: said.length > 0 ? said : units, unknown: signs.filter((sign) => !known.includes(sign)), alone: Math.max(0, total(numbers) - total(signs)) }];
}

/** One unit, which nothing contradicts: numbers alone may be in the column's own unit, and in no other. */
function isSettled({ column: { field }, units: [unit, ...others], alone }: Beside, { units = {}, scale = {} }: Mapping): boolean {
	if (unit === undefined || others.length > 0) return false;
	return isOwn(field, unit) || (alone === 0 && (units[field] ?? unit) === unit && !(field in scale));
}

/** What stands beside a price is its currency, whichever that is. */
function isOwn(name: string, unit: string): boolean {
	const field = fields.find((each) => each.name === name);
	return field !== undefined && 'unit' in field && (field.unit === unit || field.unit === 'currency');
}

const says = {
	several: { seen: 'numbers are in several units or currencies', todo: 'write them in one, without its sign' },
	some: { seen: 'some numbers bear a unit and some none', todo: 'write all in one unit, without its name' },
	unknown: { seen: 'something stands beside numbers', todo: 'write the numbers alone' },
} as const;

function asked({ column: { field, header, shapes }, known, units: [unit = ''], unknown }: Beside, signs: readonly Sign[], what: keyof typeof says): Readonly<{ many: boolean; question: Question }> {
	const { seen, todo } = says[what];
	const shown = signs.filter((sign) => known.includes(sign) || !/\p{L}/u.test(sign.name));
	const count = shown.length < signs.length ? valuesIn(total(signs)) : listed(shown);
	const many = total(signs) >= fewest.values && total(signs) >= fewest.share * (total(shapes) - total(known) - total(unknown));
	const leave = `say ${(shown.length === 0 ? ['SIGN'] : shown.slice(0, 4).map(({ name }) => (/\s/u.test(name) ? `'${name}'` : name))).map((sign) => `--beside ${field}=${sign}`).join(' ')}`;
	const option = { several: '', some: `, or, where all are in ${unit}, ${leave} --unit ${field}=${unit}`, unknown: `, or ${leave} to have it left out` }[what];
	return { many, question: { header, record: Math.min(...signs.map(({ record }) => record)), seen: `${seen} (${count})`, todo: `${todo}${option}` } };
}

function listed(signs: readonly Sign[]): string {
	return signs.slice(0, 4).map(({ name, count }) => `${name} in ${valuesIn(count)}`).join(', ');
}

function total(signs: readonly Readonly<{ count: number }>[]): number {
	return signs.reduce((sum, { count }) => sum + count, 0);
}
