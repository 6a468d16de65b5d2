import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { importFiles, type Step } from '#lib/server/intake/import-files.ts';
import type { ImportReport } from '#lib/server/intake/report.ts';

/** Imports files as `npm run import` does without options. */
export async function importAll(files: readonly string[], warehouse: string, progress: (step: Step) => void = () => undefined): Promise<ImportReport> {
	return importFiles({ files, warehouse, codebook: defaultCodebook, mapping: { name: 'none', columns: {}, values: {} }, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '500MB' }, progress);
}
