import type { Codebook } from '#lib/codebook/schema.ts';

/** What the snapshot holds, where it came from, and the words and values that filters may use. */
export type RecordsResult = Readonly<{
	patients: number | null;
	datePrecision: 'month' | 'year';
	/** values present in the snapshot, by filter; `n` is episodes, null where withheld */
	vocabulary: Readonly<Record<VocabularyName, readonly Readonly<{ value: string; label: string; n: number | null }>[]>>;
	imports: readonly Readonly<{ importedAt: string; file: string; sha256: string; read: number; accepted: number; duplicates: number; rejected: number }>[];
	refusals: readonly Readonly<{ field: string; reason: string; rows: number }>[];
	snapshots: readonly Readonly<{ id: string; publishedAt: string; sessions: number; episodes: number; synthetic: boolean; current: boolean }>[];
	codebook: Codebook;
}>;

export const vocabularyNames = ['condition', 'protocol', 'clinic', 'therapist', 'payer', 'sex', 'ageBand', 'chronicity', 'period', 'measure'] as const;

export type VocabularyName = (typeof vocabularyNames)[number];
