import { basename } from 'node:path';
import type { WarehouseFolder } from '../../warehouse/folder.ts';
import { readFirstValues } from '../first-values.ts';
import { loadCodebook } from '../load-codebook.ts';
import type { LookedFile } from '../looked-file.ts';
import type { ImportReport } from '../report.ts';
import { readChoices, type Choices } from './choices.ts';
import { columnsForm, type ColumnsForm } from './columns-form.ts';
import { codebooksOf, filesOf, type Job } from './job.ts';
import { previewOf, type Preview } from './preview.ts';
import { readLooked } from './read-looked.ts';
import { readReport } from './read-report.ts';
import { readStage, type Stage } from './stage.ts';

/** Where an import in the browser stands, and what a page needs to show it. */
export type JobView =
	| Readonly<{ kind: 'working'; files: readonly string[]; stage: Stage['name']; step: string | undefined; place: number; of: number }>
	| Readonly<{ kind: 'unreadable'; files: readonly string[]; said: string; chosen: Choices }>
	| Readonly<{ kind: 'columns'; form: ColumnsForm; said: string }>
	| Readonly<{ kind: 'preview'; report: ImportReport; previews: readonly Preview[]; chosen: Choices }>
	| Readonly<{ kind: 'report'; report: ImportReport }>
	| Readonly<{ kind: 'failed'; said: string }>;

/** The view of a job; `again` shows its columns, to be changed, where they have been checked already. */
export async function viewJob(warehouse: WarehouseFolder, job: Job, again: boolean): Promise<JobView | undefined> {
	const stage = await readStage(job);
	if (stage === undefined) return undefined;
	if (stage.running) return { kind: 'working', files: await names(job), stage: stage.name, step: stage.step, place: stage.place, of: stage.of };
	const report = stage.name === 'look' ? undefined : readReport(stage.output);
	if (stage.name === 'import' && report !== undefined) return { kind: 'report', report };
	if (stage.name === 'import' && !again) return { kind: 'failed', said: stage.said };
	const chosen = await readChoices(job);
	const looked = await readLooked(job);
	if (looked === undefined) return stage.name === 'look' ? { kind: 'unreadable', files: await names(job), said: stage.said, chosen } : { kind: 'failed', said: stage.said };
	if (report !== undefined && !again) return { kind: 'preview', report, previews: await previewsOf(warehouse, job, looked, chosen, report), chosen };
	return { kind: 'columns', form: columnsForm(looked, chosen), said: again || stage.name === 'look' ? '' : stage.said };
}

async function previewsOf({ root }: WarehouseFolder, job: Job, looked: readonly LookedFile[], chosen: Choices, { quarantine }: ImportReport): Promise<Preview[]> {
	const codebook = await loadCodebook(root, await codebooksOf(job));
	return previewOf(looked, { chosen, quarantine, read: await readFirstValues(job.preview), codebook });
}

async function names(job: Job): Promise<string[]> {
	return (await filesOf(job)).map((path) => basename(path));
}
