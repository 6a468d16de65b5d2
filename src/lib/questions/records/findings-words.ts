import type { Table } from '#lib/charts/drawing.ts';
import { moment } from '#lib/charts/moment.ts';
import { count, plural } from '#lib/charts/number.ts';
import type { RecordsResult } from './result.ts';

/** What imports found, summed over them, the most frequent first; `n` is null where withheld. */
export type Findings = Readonly<{ title: string; kind: string; noun: readonly [string, string]; rows: readonly Finding[] }>;

export type Finding = Readonly<{ field: string; words: string; n: number | null }>;

type Found = Finding & Readonly<{ importId: string }>;

export function refusalsOf({ refusals }: RecordsResult): Findings {
	return { title: 'Why records were refused', kind: 'reason', noun: ['record', 'records'], rows: summed(refusals.map(({ importId, field, reason, rows }) => ({ importId, field, words: reason, n: rows }))) };
}

export function flagsOf({ flags }: RecordsResult): Findings {
	return { title: 'What was kept and is worth a look', kind: 'odd thing', noun: ['case', 'cases'], rows: summed(flagsFound(flags)) };
}

export function changesOf({ changes }: RecordsResult): Findings {
	return { title: 'What later files changed, by field', kind: 'field', noun: ['visit', 'visits'], rows: summed(changesFound(changes)) };
}

export function findingsSentence({ rows, kind, noun: [one, many] }: Findings, minimumCell: number): string {
	const [first] = rows;
	if (first === undefined) return '';
	return `${plural(rows.length, kind)}${rows.length === 1 ? ': ' : '; most often: '}${first.words} (${first.n === null ? `fewer than ${minimumCell} ${many}` : plural(first.n, one, many)}).`;
}

export function findingsLabel({ title, rows }: Findings, synthetic: boolean): string {
	return `${synthetic ? 'Synthetic data. ' : ''}${title}. ${rows.map(({ words, n }) => `${words}: ${numberText(n)}`).join('; ')}.`;
}

/** A row an import and finding, the latest import first. */
export function findingsTable(records: RecordsResult, { title, noun: [, many] }: Findings, of: 'refusals' | 'flags' | 'changes'): Table {
	const timeOf = new Map(records.imports.map(({ importId, importedAt }) => [importId, moment(importedAt)]));
	const found = { refusals: records.refusals.map(({ importId, field, reason, rows }) => ({ importId, field, words: reason, n: rows })), flags: flagsFound(records.flags), changes: changesFound(records.changes) }[of];
	return { caption: `${title}, by import, the latest first`, columns: ['Imported', 'Field', 'What', many.slice(0, 1).toUpperCase() + many.slice(1)], rows: found.map(({ importId, field, words, n }) => [timeOf.get(importId) ?? importId, field, words, numberText(n)]) };
}

export function numberText(n: number | null): string {
	return n === null ? 'withheld' : count(n);
}

function flagsFound(flags: RecordsResult['flags']): Found[] {
	return (flags ?? []).map(({ importId, field, rule, rows }) => ({ importId, field, words: rule, n: rows }));
}

function changesFound(changes: RecordsResult['changes']): Found[] {
	return (changes ?? []).map(({ importId, field, visits }) => ({ importId, field, words: field.replaceAll('_', ' '), n: visits }));
}

/** Those of a field that differ by numbers alone count together. Withheld where one of its parts is. */
function summed(found: readonly Found[]): Finding[] {
	const together = new Map<string, Finding>();
	for (const { field, words, n } of found) {
		const key = `${field} ${words.replace(numbers, '…')}`;
		const before = together.get(key);
		const same = before === undefined || before.words === words;
		together.set(key, { field, words: same ? words : words.replace(numbers, '…'), n: before === undefined ? n : before.n === null || n === null ? null : before.n + n });
	}
	return [...together.values()].sort((a, b) => (b.n ?? -1) - (a.n ?? -1));
}

const numbers = /\d+/gu;
