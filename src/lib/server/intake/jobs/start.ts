import { rm, writeFile } from 'node:fs/promises';
import type { WarehouseFolder } from '../../warehouse/folder.ts';
import { keepChoices, optionsOf, type Choices } from './choices.ts';
import { chosenMapping } from './chosen-mapping.ts';
import { codebooksOf, filesOf, type Job } from './job.ts';
import { readLooked } from './read-looked.ts';
import { startStage } from './stage.ts';

/** Has the files of a job looked at, with what was chosen of how to find their records. */
export async function startLook(warehouse: WarehouseFolder, job: Job, chosen: Choices): Promise<void> {
	if (!(await hasFiles(job))) return;
	await keepChoices(job, chosen);
	const { skip, sheet } = chosen;
	const options = [...(skip === undefined ? [] : [`--skip=${skip}`]), ...(sheet === undefined ? [] : [`--sheet=${sheet}`])];
	await startStage(job, 'look', 'look.ts', [...(await filesOf(job)), ...options, ...(await ownWords(job)), '--warehouse', warehouse.root, '--json']);
}

/** Has the import tried as it was chosen; nothing is published. */
export async function startCheck(warehouse: WarehouseFolder, job: Job, chosen: Choices): Promise<void> {
	if (!(await hasFiles(job))) return;
	await keepChoices(job, chosen);
	await writeFile(job.mapping, JSON.stringify(chosenMapping((await readLooked(job)) ?? [], chosen)), { mode: 0o600 });
	for (const path of [job.quarantine, job.preview]) await rm(path, { recursive: true, force: true });
	await startStage(job, 'check', 'import.ts', [...(await parameters(warehouse, job, chosen)), '--dry-run', '--quarantine', job.quarantine, '--preview', job.preview]);
}

/** Imports as it was checked. The files are removed when that has gone well. */
export async function startImport(warehouse: WarehouseFolder, job: Job, chosen: Choices): Promise<void> {
	if (!(await hasFiles(job))) return;
	await startStage(job, 'import', 'import.ts', await parameters(warehouse, job, chosen), async (code) => {
		if (code !== 0 && code !== 2) return;
		for (const path of [job.files, job.codebooks, job.quarantine, job.preview, job.mapping, job.looked]) await rm(path, { recursive: true, force: true });
	});
}

/** What has been imported has none left, and is not started again by a form that is sent twice. */
async function hasFiles(job: Job): Promise<boolean> {
	return (await filesOf(job)).length > 0;
}

async function ownWords(job: Job): Promise<string[]> {
	return (await codebooksOf(job)).flatMap((path) => ['--codebook', path]);
}

async function parameters(warehouse: WarehouseFolder, job: Job, chosen: Choices): Promise<string[]> {
	return [...(await filesOf(job)), '--map', job.mapping, ...optionsOf(chosen), ...(await ownWords(job)), '--warehouse', warehouse.root, '--json'];
}
