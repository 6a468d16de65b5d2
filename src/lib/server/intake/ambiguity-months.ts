import { monthNames } from '#lib/codebook/month-names.ts';
import type { Question, Settled } from './ambiguity.ts';
import { named, type ColumnShapes } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';

/** A name of a month in a column of dates, and the languages that have it. */
type Met = Readonly<{ name: string; header: string; count: number; record: number; languages: readonly string[] }>;

/** Finds the months that names in dates stand for, in any language; a name of two months goes by the languages that have all names met. */
export function settleMonths(columns: readonly ColumnShapes[], mapping: Mapping): Settled {
	const given = mapping.dates?.months ?? {};
	const met = columns.filter(({ kind }) => kind === 'date').flatMap(namesMet).filter(({ name }) => !(name in given));
	const spoken = [...monthNames.keys()].filter((language) => met.every(({ languages }) => languages.includes(language)));
	const plain = met.filter(({ name, languages }) => monthsOf(name, languages).length === 1);
	const doubtful = met.filter((each) => !plain.includes(each));
	const settled = doubtful.filter(({ name }) => monthsOf(name, spoken).length === 1);
	const open = doubtful.filter((each) => !settled.includes(each));
	const months = Object.fromEntries([...plain.map(({ name, languages }) => [name, monthsOf(name, languages)[0] ?? 0] as const), ...settled.map(({ name }) => [name, monthsOf(name, spoken)[0] ?? 0] as const)]);
	return {
		mapping: Object.keys(months).length === 0 ? mapping : { ...mapping, dates: { ...mapping.dates, months: { ...given, ...months } } },
		notes: settled.map(({ name, header }) => `${header}: ${name} is read as ${inEnglish(months[name] ?? 0)}, since all months are named in ${listed(spoken)} (--months ${spoken[0] ?? ''})`),
		questions: open.slice(0, 1).map(asked),
	};
}

function namesMet(column: ColumnShapes): Met[] {
	return [...named(column, 'month by name: '), ...named(column, 'short month by name: ')]
		.map((each) => ({ ...each, header: column.header, languages: [...monthNames].flatMap(([language, names]) => (each.name in names ? [language] : [])) }))
		.filter(({ languages }) => languages.length > 0);
}

/** The months that a name stands for in some languages. */
function monthsOf(name: string, languages: readonly string[]): number[] {
	return [...new Set(languages.flatMap((language) => monthNames.get(language)?.[name] ?? []))];
}

function asked({ name, header, record, count, languages }: Met): Question {
	const readings = monthsOf(name, languages).map((month) => {
		const having = languages.filter((language) => monthNames.get(language)?.[name] === month);
		return { month: `${inEnglish(month)} in ${listed(having)}`, option: `--months ${having[0] ?? ''}` };
	});
	return { header, record, seen: `the month ${name} (${count}) is ${readings.map(({ month }) => month).join(' and ')}`, todo: `say ${readings.map(({ option }) => option).join(' or ')}` };
}

function listed(languages: readonly string[]): string {
	const names = new Intl.DisplayNames('en', { type: 'language' });
	return languages.map((language) => names.of(language) ?? language).join(' or ');
}

function inEnglish(month: number): string {
	return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2025, month - 1, 15)));
}
