import { join } from 'node:path';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { importFiles, type ImportOptions } from '#lib/server/intake/import-files.ts';
import type { ImportReport } from '#lib/server/intake/report.ts';
import { writeFiles, type Files } from './write-files.ts';

let imports = 0;

/** Writes files beside a warehouse and imports them into it, in the order in which they are given. */
export async function importInto(folder: string, files: Files, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
	imports += 1;
	const paths = await writeFiles(join(folder, `files-${imports}`), files);
	return importFiles({ ...usual, files: paths, warehouse: join(folder, 'warehouse'), ...options }, () => undefined);
}

const usual = {
	codebook: defaultCodebook,
	mapping: { name: 'none', columns: {}, values: {} },
	episodeGap: 90,
	datePrecision: 'month',
	dryRun: false,
	memoryLimit: '1GB',
} as const;
