import { z } from 'zod';
import type { Codebook } from '#lib/codebook/schema.ts';
import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { rows } from '#lib/server/warehouse/database.ts';
import { listSnapshots } from '#lib/server/warehouse/summary.ts';
import type { Asking, Question } from '../question.ts';
import changesSql from './changes.sql?raw';
import { countsOf, type Counts, type ValueRow } from './counts.server.ts';
import flagsSql from './flags.sql?raw';
import importsSql from './imports.sql?raw';
import keptTablesSql from './kept-tables.sql?raw';
import { method } from './method.ts';
import refusalsSql from './refusals.sql?raw';
import type { RecordsResult, VocabularyName } from './result.ts';
import { table } from './table.ts';
import { visitsByClinic } from './visits-by-clinic.server.ts';

const importRow = z.object({ importId: z.string(), importedAt: z.string(), file: z.string(), sha256: z.string(), read: z.number(), accepted: z.number(), duplicates: z.number(), rejected: z.number() });
const refusalRow = z.object({ importId: z.string(), field: z.string(), reason: z.string(), rows: z.number() });
const flagRow = z.object({ importId: z.string(), field: z.string(), rule: z.string(), rows: z.number() });
const changeRow = z.object({ importId: z.string(), field: z.string(), visits: z.number(), patients: z.number() });

export type RawRecords = Omit<RecordsResult, 'vocabulary' | 'patients' | 'flags' | 'changes' | 'visits'> &
	Counts &
	Readonly<{
		patients: number;
		flags: readonly z.infer<typeof flagRow>[] | null;
		changes: readonly z.infer<typeof changeRow>[] | null;
	}>;

export const records: Question<RawRecords, RecordsResult> = { title: 'What the snapshot holds', method, ask, protect, caveats, table };

async function ask({ db, codebook, stamp, folder }: Asking): Promise<RawRecords> {
	const kept = await rows(db, z.object({ name: z.string() }), keptTablesSql);
	const ifKept = async <Row>(table: string, row: z.ZodType<Row>, sql: string) => (kept.some(({ name }) => name === table) ? rows(db, row, sql) : null);
	return {
		patients: stamp.patients,
		datePrecision: stamp.datePrecision,
		...(await countsOf({ db, stamp })),
		imports: await rows(db, importRow, importsSql),
		refusals: await rows(db, refusalRow, refusalsSql),
		flags: await ifKept('flags', flagRow, flagsSql),
		changes: await ifKept('changes', changeRow, changesSql),
		snapshots: await listSnapshots(folder),
		codebook,
	};
}

function protect({ values, patients, flags, changes, visits, ...rest }: RawRecords, minimumCell: number): RecordsResult {
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
		flags: flags?.map((each) => ({ ...each, rows: each.rows < minimumCell ? null : each.rows })) ?? null,
		changes: changes?.map(({ importId, field, visits: changed, patients: of }) => ({ importId, field, visits: of < minimumCell ? null : changed })) ?? null,
		visits: visitsByClinic(visits, minimumCell),
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

function caveats({ datePrecision }: RecordsResult, { minimumCell }: Asking): string[] {
	return [
		...(datePrecision === 'year' ? ['Dates are kept by year, so nothing can be told by month or quarter.'] : []),
		'Files do not say which clinic sent them: how fresh a clinic’s records are follows from its newest visits.',
		`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld.`,
		'A record that was refused and came again, corrected, counts as refused once and as accepted once.',
		'Refused records are of nobody in the data, and are counted as they are.',
	];
}
