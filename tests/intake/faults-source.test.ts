import { appendFile, chmod, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { importFiles, type Step } from '#lib/server/intake/import-files.ts';
import { unchangedFiles } from '#lib/server/intake/unchanged-files.ts';
import { currentSnapshot, warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeFiles } from './write-files.ts';

const text = ['patient_id,condition,session_number,pain_before', 'P1,knee pain,1,5'];

const happenings = [
	['is written to', async (path: string) => appendFile(path, 'P2,knee pain,1,6\n'), 'changed while it was read: wait until it is written, then import it again'],
	['is written over by as many bytes, with the time set back', async (path: string) => writeFile(path, `${text.join('\n').replace('P1', 'P2')}\n`).then(() => utimes(path, 1, 1)), 'changed while it was read'],
	['is replaced by another', async (path: string) => writeFile(`${path}.new`, text.join('\n')).then(() => rename(`${path}.new`, path)), 'changed while it was read'],
	['goes away', async (path: string) => rm(path), 'went away while it was read: put it back, then import it again'],
] as const;

async function file(): Promise<{ top: string; path: string }> {
	const top = await temporaryFolder();
	const [path = ''] = await writeFiles(join(top, 'files'), { 'visits.csv': text });
	return { top, path };
}

describe('a file that is read', () => {
	test.each(happenings)('and %s in the meantime is refused', async (_, happen, words) => {
		const { path } = await file();
		const unchanged = await unchangedFiles([path]);
		await expect(unchanged(() => happen(path))).rejects.toThrow(`visits.csv: ${words}`);
	});

	test('and goes away is told of as that, and not as the error that follows from it', async () => {
		const { path } = await file();
		const unchanged = await unchangedFiles([path]);
		await expect(unchanged(() => rm(path).then(() => Promise.reject(new Error('cannot be read as a table'))))).rejects.toThrow('went away');
	});

	test('and changes between two readings is refused by the second', async () => {
		const { path } = await file();
		const unchanged = await unchangedFiles([path]);
		await unchanged(async () => undefined);
		await appendFile(path, '\n');
		await expect(unchanged(async () => undefined)).rejects.toThrow('changed while it was read');
	});

	test('and lies in a folder that was given is looked after too', async () => {
		const { top, path } = await file();
		const unchanged = await unchangedFiles([join(top, 'files')]);
		await expect(unchanged(() => chmod(path, 0o600).then(() => appendFile(path, '\n')))).rejects.toThrow('changed while it was read');
	});

	test('and stays as it is gives what was read', async () => {
		const { path } = await file();
		const unchanged = await unchangedFiles([path]);
		expect(await unchanged(async () => 'read')).toBe('read');
	});

	test('and was never there is told of by who reads it', async () => {
		const unchanged = await unchangedFiles([join(await temporaryFolder(), 'nowhere.csv')]);
		await expect(unchanged(() => Promise.reject(new Error('there is no such file')))).rejects.toThrow('there is no such file');
	});
});

test.each(happenings)('an import whose file %s after it was read and before it was counted publishes nothing', async (_, happen, words) => {
	const { top, path } = await file();
	const warehouse = join(top, 'warehouse');
	const changed: Promise<void>[] = [];
	const importing = importFiles(
		{ files: [path], warehouse, codebook: defaultCodebook, mapping: { name: 'none', columns: {}, values: {} }, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '500MB' },
		(step: Step) => step === 'checking' && changed.push(happen(path)),
	);
	await expect(importing).rejects.toThrow(words);
	await Promise.all(changed);
	expect(await currentSnapshot(warehouseFolder(warehouse))).toBeUndefined();
});
