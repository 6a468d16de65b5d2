import type { Codebook } from '#lib/codebook/schema.ts';

/** What the snapshot holds, where it came from, and the words and values that filters may use. */
export type RecordsResult = Readonly<{
	patients: number | null;
	datePrecision: 'month' | 'year';
	/** values present in the snapshot, by filter; `n` is episodes, null where withheld */
	vocabulary: Readonly<Record<VocabularyName, readonly Readonly<{ value: string; label: string; n: number | null }>[]>>;
	imports: readonly ImportedFile[];
	/** records that imports refused, by reason; one that is refused for two reasons counts in both */
	refusals: readonly Refusal[];
	/** cases that imports kept and are worth a look, null where the snapshot tells of none; `rows` null where withheld */
	flags: readonly Flag[] | null;
	/** visits of which imports changed what was there, by field, null where the snapshot keeps no trace; `visits` null where withheld */
	changes: readonly Change[] | null;
	/** visits in every month from the first to the last, a list a clinic; null where withheld */
	visits: readonly ClinicVisits[];
	snapshots: readonly Readonly<{ id: string; publishedAt: string; sessions: number; episodes: number; synthetic: boolean; current: boolean }>[];
	codebook: Codebook;
}>;

export const vocabularyNames = ['condition', 'protocol', 'clinic', 'therapist', 'payer', 'sex', 'ageBand', 'chronicity', 'period', 'measure'] as const;

export type VocabularyName = (typeof vocabularyNames)[number];

export type ImportedFile = Readonly<{ importId: string; importedAt: string; file: string; sha256: string; read: number; accepted: number; duplicates: number; rejected: number }>;

export type Refusal = Readonly<{ importId: string; field: string; reason: string; rows: number }>;

export type Flag = Readonly<{ importId: string; field: string; rule: string; rows: number | null }>;

export type Change = Readonly<{ importId: string; field: string; visits: number | null }>;

export type ClinicVisits = Readonly<{ clinic: string; months: readonly Readonly<{ month: string; visits: number | null }>[] }>;
