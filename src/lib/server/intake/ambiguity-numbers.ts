import { fields } from '#lib/record/fields.ts';
import type { Question, Settled } from './ambiguity.ts';
import { together, type ColumnShapes, type Shape } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';

type Met = Shape & Readonly<{ header: string }>;

const sizes = ['to 10', 'to 20', 'to 100', 'beyond'] as const;
/** The least thousands that a number of a size can be, where three digits follow its point. */
const thousands = { 'to 10': 1000, 'to 20': 10_000, 'to 100': 20_000, beyond: 100_000 } as const;
const parted = ['thousands apart', 'thousands apart with a point'];

/** Finds what commas and points of numbers mean, where the file leaves one meaning. */
export function settleNumbers(columns: readonly ColumnShapes[], mapping: Mapping): Settled {
	if (mapping.decimal !== undefined) return { mapping, notes: [], questions: [] };
	const [comma] = met(columns, (column) => ['decimal comma', 'thousands points', ...(most(column) > 1000 ? [] : ['comma, decimal or thousands'])]);
	const [point] = met(columns, (column) => [...sizes.map((size) => `${size} with a point`), 'thousands commas', 'thousands apart with a point', ...threeDigits(column, false)]);
	const [openComma] = met(columns, (column) => (most(column) > 1000 ? ['comma, decimal or thousands'] : []));
	const [openPoint] = met(columns, (column) => threeDigits(column, true));
	const [apart] = met(columns, () => [...parted, 'thousands commas']);
	if (comma !== undefined && point !== undefined) return { mapping, notes: [], questions: [bothWays(comma, point)] };
	if (comma !== undefined) return { mapping: { ...mapping, decimal: ',' }, notes: [`${comma.header}: numbers are read with a decimal comma (--decimal comma)`], questions: [] };
	const open = point === undefined ? [...(openComma === undefined ? [] : [eitherWay(openComma, 'comma')]), ...(openPoint === undefined ? [] : [eitherWay(openPoint, 'point')])] : [];
	if (open.length > 0) return { mapping, notes: [], questions: open };
	const first = openComma ?? apart;
	if (first === undefined) return { mapping, notes: [], questions: [] };
	return { mapping: { ...mapping, decimal: '.' }, notes: [`${first.header}: numbers are read with a decimal point, and ${openComma === undefined && apart !== undefined && parted.includes(apart.shape) ? 'spaces or apostrophes' : 'commas'} part their thousands (--decimal point)`], questions: [] };
}

function met(columns: readonly ColumnShapes[], shapes: (column: ColumnShapes) => readonly string[]): Met[] {
	return columns.filter(({ kind }) => kind === 'number').flatMap((column) => {
		const shape = together(column, ...shapes(column));
		return shape === undefined ? [] : [{ ...shape, header: column.header }];
	});
}

/** Shapes of a point before three digits that may part thousands in a column, or that cannot, since thousands would be too many. */
function threeDigits(column: ColumnShapes, possible: boolean): string[] {
	return sizes.filter((size) => thousands[size] < most(column) === possible).map((size) => `${size} with a point before three digits`);
}

function most({ field: name }: ColumnShapes): number {
	const field = fields.find((each) => each.name === name);
	return field !== undefined && 'max' in field ? field.max : 0;
}

function bothWays(comma: Met, point: Met): Question {
	const [one, two] = comma.record <= point.record ? [comma, point] : [point, comma];
	const seen = `numbers have a decimal comma in ${comma.header} (${comma.count}) and a decimal point in ${point.header} (${point.count})`;
	return { header: one.header, record: one.record, other: two.record, seen, todo: 'say --decimal comma or --decimal point, or write them in one way' };
}

function eitherWay({ header, record, count }: Met, sign: string): Question {
	return { header, record, seen: `numbers have a ${sign} before three digits (${count}), which may be decimals or thousands`, todo: 'say --decimal comma or --decimal point' };
}
