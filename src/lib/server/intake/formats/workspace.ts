import type { Codebook } from '#lib/codebook/schema.ts';
import type { Mapping } from '../mapping.ts';

/** What is needed to make files readable: where copies may lie, and what their words and columns mean. */
export type Workspace = Readonly<{
	folder: string;
	codebook: Codebook;
	mapping: Mapping;
	/** the sheet of a workbook to read; without it, the only one */
	sheet?: string | undefined;
	memoryLimit: string;
}>;
