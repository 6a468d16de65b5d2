import type { Question, Settled } from './ambiguity.ts';
import { together, valuesOf, type ColumnShapes, type Shape } from './column-shapes.ts';
import type { DateOrder, Mapping } from './mapping.ts';

type Found = Readonly<{ order?: DateOrder; note?: string; question?: Question }>;

const says: Readonly<Record<DateOrder, string>> = { 'day-month-year': 'day first (--dates dmy)', 'month-day-year': 'month first (--dates mdy)', 'year-month-day': 'year first (--dates ymd)' };

/** Finds the order of day and month in which all dates of the file can be read, where there is only one. */
export function settleDates(columns: readonly ColumnShapes[], mapping: Mapping, today: string): Settled {
	const dates = columns.filter(({ kind }) => kind === 'date');
	const short = dates.filter((column) => column.shapes.some(({ shape }) => shape.startsWith('short')));
	const pivot = mapping.dates?.pivot ?? (short.length > 0 ? (Number(today.slice(2, 4)) + 1) % 100 : undefined);
	const found = mapping.dates?.order === undefined ? dates.map(orderOf) : [];
	const orders = [...new Set(found.flatMap(({ order }) => order ?? []))];
	const order = mapping.dates?.order ?? orders.find((each) => each !== 'year-month-day') ?? orders[0];
	const century = mapping.dates?.pivot === undefined && pivot !== undefined ? short.map(({ header }) => `${header}: years of two digits are read as 19${String(pivot).padStart(2, '0')} to ${today.slice(0, 4)} (--two-digit-years ${pivot}; another number moves it)`) : [];
	return {
		mapping: order === undefined && pivot === undefined ? mapping : { ...mapping, dates: { ...mapping.dates, ...(order !== undefined && { order }), ...(pivot !== undefined && { pivot }) } },
		notes: [...found.flatMap(({ note }) => note ?? []), ...century],
		questions: found.flatMap(({ question }) => question ?? []),
	};
}

function orderOf(column: ColumnShapes): Found {
	const day = together(column, 'day first', 'short day first');
	const month = together(column, 'month first', 'short month first');
	const year = together(column, 'short year first');
	const dayOrMonth = together(column, 'day or month first', 'short day or month first');
	const dayOrYear = together(column, 'short day or year first');
	const numbers = together(column, 'day number');
	if (numbers !== undefined && numbers.count * 2 >= valuesOf(column)) return { question: dayNumbers(column, numbers) };
	if (day !== undefined && month !== undefined) return mixed(column, day, month, 'day', 'month');
	if (year !== undefined && day !== undefined) return mixed(column, year, day, 'year', 'day');
	if (year !== undefined && month !== undefined) return mixed(column, year, month, 'year', 'month');
	if (month !== undefined && dayOrYear !== undefined) return mixed(column, month, dayOrYear, 'month', 'day or year');
	if (day !== undefined) return settled(column, 'day-month-year', day);
	if (month !== undefined) return settled(column, 'month-day-year', month);
	if (year !== undefined) return settled(column, 'year-month-day', year);
	if (dayOrYear !== undefined) return { question: open(column, dayOrYear, ['day-month-year', 'year-month-day']) };
	if (dayOrMonth !== undefined) return { question: open(column, dayOrMonth, ['day-month-year', 'month-day-year']) };
	return together(column, 'year first') === undefined ? {} : { order: 'year-month-day' };
}

function settled(column: ColumnShapes, order: DateOrder, sure: Shape): Found {
	return { order, note: `${column.header}: dates are read with the ${says[order]}: ${sure.count} of ${valuesOf(column)} cannot be read otherwise` };
}

function open({ header }: ColumnShapes, { record, count }: Shape, orders: readonly DateOrder[]): Question {
	return { header, record, seen: `dates can be read in two ways, as 04/05/2025 can, and none says which number is the day (${count} of them)`, todo: `say ${orders.map((order) => says[order]).join(' or ')}` };
}

function mixed({ header }: ColumnShapes, a: Shape, b: Shape, first: string, second: string): Found {
	const [one, two] = a.record <= b.record ? [a, b] : [b, a];
	const seen = `some dates have the ${first} first (${a.count}) and some the ${second} (${b.count})`;
	return { question: { header, record: one.record, other: two.record, seen, todo: 'write the column in one order, or say which is right (--dates dmy, mdy or ymd) and the others are refused one by one' } };
}

function dayNumbers({ header }: ColumnShapes, { record, count }: Shape): Question {
	return { header, record, seen: `values are whole numbers (${count}), as a spreadsheet stores dates`, todo: 'format the column as dates such as 2025-03-31 in the spreadsheet, and save it again' };
}
