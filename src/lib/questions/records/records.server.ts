import { z } from 'zod';
import type { Codebook } from '#lib/codebook/schema.ts';
import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { rows } from '#lib/server/warehouse/database.ts';
import { listSnapshots } from '#lib/server/warehouse/summary.ts';
import type { Asking, Question, Table } from '../question.ts';
import importsSql from './imports.sql?raw';
import measuresSql from './measures.sql?raw';
import { method } from './method.ts';
import refusalsSql from './refusals.sql?raw';
import { vocabularyNames, type RecordsResult, type VocabularyName } from './result.ts';
import vocabularySql from './vocabulary.sql?raw';

const valueRow = z.object({ filter: z.enum(vocabularyNames), value: z.string(), n: z.number(), patients: z.number() });
const importRow = z.object({ importedAt: z.string(), file: z.string(), sha256: z.string(), read: z.number(), accepted: z.number(), duplicates: z.number(), rejected: z.number() });
const refusalRow = z.object({ field: z.string(), reason: z.string(), rows: z.number() });

type ValueRow = z.infer<typeof valueRow>;
export type RawRecords = Omit<RecordsResult, 'vocabulary' | 'patients'> & Readonly<{ patients: number; values: readonly ValueRow[] }>;

export const records: Question<RawRecords, RecordsResult> = { title: 'What the snapshot holds', method, ask, protect, caveats, table };

async function ask({ db, codebook, stamp, folder }: Asking): Promise<RawRecords> {
	const measures = await rows(db, valueRow, measuresSql);
	return {
		patients: stamp.patients,
		datePrecision: stamp.datePrecision,
		values: [...(await rows(db, valueRow, vocabularySql)), ...measures],
		imports: await rows(db, importRow, importsSql),
		refusals: await rows(db, refusalRow, refusalsSql),
		snapshots: await listSnapshots(folder),
		codebook,
	};
}

function protect({ values, patients, ...rest }: RawRecords, minimumCell: number): RecordsResult {
	const named = (name: VocabularyName) => ordered(values.filter(({ filter }) => filter === name), name, rest.codebook);
	const shown = (name: VocabularyName) => {
		const found = named(name);
		const hidden = withheldCells(
			found.map((row) => row.patients),
			minimumCell,
		);
		return found.map(({ value, n }, index) => ({ value, label: labelOf(name, value, rest.codebook), n: hidden[index] === true ? null : n }));
	};
	return {
		...rest,
		patients: patients < minimumCell ? null : patients,
		vocabulary: {
			condition: shown('condition'),
			protocol: shown('protocol'),
			clinic: shown('clinic'),
			therapist: shown('therapist'),
			payer: shown('payer'),
			sex: shown('sex'),
			ageBand: shown('ageBand'),
			chronicity: shown('chronicity'),
			period: shown('period'),
			measure: shown('measure'),
		},
	};
}

/** Values of the codebook in its order, others in their own. */
function ordered(found: readonly ValueRow[], name: VocabularyName, codebook: Codebook): readonly ValueRow[] {
	const ids = entriesOf(name, codebook).map(({ id }) => id);
	return ids.length === 0 ? found : [...found].sort((a, b) => ids.indexOf(a.value) - ids.indexOf(b.value));
}

function labelOf(name: VocabularyName, value: string, codebook: Codebook): string {
	return entriesOf(name, codebook).find(({ id }) => id === value)?.label ?? value;
}

function entriesOf(name: VocabularyName, codebook: Codebook): readonly { id: string; label: string }[] {
	if (name === 'condition') return codebook.conditions;
	if (name === 'protocol') return codebook.protocols;
	if (name === 'sex') return codebook.sexes;
	if (name === 'chronicity') return codebook.chronicity;
	return name === 'measure' ? codebook.measures : [];
}

function caveats({ datePrecision }: RecordsResult): string[] {
	return datePrecision === 'year' ? ['Dates are kept by year, so nothing can be told by month or quarter.'] : [];
}

function table({ imports }: RecordsResult): Table {
	const columns = ['imported_at', 'file', 'sha256', 'read', 'accepted', 'duplicates', 'rejected'];
	return { columns, rows: imports.map(({ importedAt, file, sha256, read, accepted, duplicates, rejected }) => [importedAt, file, sha256, read, accepted, duplicates, rejected]) };
}
