import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { plainHeader } from '../mapping.ts';
import type { LookedFile } from '../looked-file.ts';
import type { Job } from './job.ts';

/** What a person chose, by the names of the form's fields: `column.HEADER`, `unit.COLUMN`, `beside.COLUMN`, `constant.COLUMN` and those of the command's options. */
export type Choices = Readonly<Record<string, string>>;

const choices = z.record(z.string(), z.string());

const options = ['dates', 'months', 'decimal', 'two-digit-years', 'whole-ids', 'skip', 'sheet', 'identifiers', 'episode-gap', 'date-precision'] as const;
const flags = ['pseudonymize', 'replace'] as const;

/** Words that stand for no value, with commas or spaces between them. */
const words = 'missing';

/** What is said of single columns. */
const ofColumns = ['unit', 'beside', 'constant'] as const;

export async function readChoices(job: Job): Promise<Choices> {
	const text = await readFile(job.choices, 'utf8').catch(() => '{}');
	return choices.parse(JSON.parse(text));
}

export async function keepChoices(job: Job, chosen: Choices): Promise<void> {
	await writeFile(job.choices, JSON.stringify(chosen), { mode: 0o600 });
}

/** The choices of a form that was sent; what the form does not have is not kept. */
export function choicesOf(form: FormData): Choices {
	const entries = [...form].flatMap(([name, value]) => (typeof value === 'string' && known(name) ? [[name, value.trim()] as const] : []));
	return Object.fromEntries(entries.filter(([name, value]) => value !== '' || name.startsWith('column.')));
}

/** The options that choices are to the command, besides the columns. */
export function optionsOf(chosen: Choices): string[] {
	return [
		...options.flatMap((name) => (chosen[name] === undefined ? [] : [`--${name}=${chosen[name]}`])),
		...parts(chosen[words] ?? '', /[\s,;]+/u).map((word) => `--${words}=${word}`),
		...flags.flatMap((name) => (chosen[name] === undefined ? [] : [`--${name}`])),
		...Object.entries(chosen).flatMap(([name, value]) => {
			const [kind, column = ''] = split(name);
			if (!ofColumns.some((each) => each === kind)) return [];
			return kind === 'beside' ? parts(value, /[,;]/u).map((sign) => `--beside=${column}=${sign}`) : [`--${kind}=${column}=${value}`];
		}),
	];
}

/** The column that a header is read as: as chosen, else as found. */
export function columnOf(chosen: Choices, { header, column }: LookedFile['columns'][number]): string | null {
	const said = chosen[`column.${plainHeader(header)}`];
	if (said === undefined) return column;
	return said === '' ? null : said;
}

function known(name: string): boolean {
	const [kind, of] = split(name);
	if (of !== undefined) return ['column', ...ofColumns].includes(kind);
	return [...options, ...flags, words].some((each) => each === kind);
}

function parts(list: string, between: RegExp): string[] {
	return list.split(between).map((part) => part.trim()).filter((part) => part !== '');
}

function split(name: string): [string, string?] {
	const at = name.indexOf('.');
	return at === -1 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}
