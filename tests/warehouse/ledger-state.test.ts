import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { ledgerState } from '#lib/server/warehouse/ledger-state.ts';
import { keepVerdicts } from '#lib/server/warehouse/verdict-files.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';

/** States before and after something is done, each once it has settled. */
async function aroundChange(change: (folder: ReturnType<typeof warehouseFolder>, article: string) => Promise<unknown>) {
	const folder = warehouseFolder(await temporaryFolder());
	const article = join(folder.claims, 'leaflet.json');
	await mkdir(folder.snapshots);
	await mkdir(folder.claims);
	await writeFile(article, 'one');
	await pause(150);
	const before = ledgerState(folder);
	expect(ledgerState(folder)).toBe(before);
	await change(folder, article);
	const meanwhile = ledgerState(folder);
	await pause(150);
	return { before, meanwhile, after: ledgerState(folder) };
}

test.each([
	['an article is edited to the same length', (_, article) => writeFile(article, 'two')],
	['an article comes', ({ claims }) => writeFile(join(claims, 'other.json'), 'one')],
	['an article goes', (_, article) => rm(article)],
	['a verdict is kept', (folder) => keepVerdicts(folder, '01M84YJ0RSKQ4YZSZSDS5G3KP9', {})],
	['a snapshot is marked as undone', ({ snapshots }) => writeFile(join(snapshots, 'snap-01M84YJ0RSKQ4YZSZSDS5G3KP9.undone'), '')],
] satisfies [string, Parameters<typeof aroundChange>[0]][])('the state is another when %s', async (_, change) => {
	const { before, after } = await aroundChange(change);
	expect([typeof before, typeof after]).toEqual(['string', 'string']);
	expect(after).not.toBe(before);
});

test('a change of this moment cannot be told from the next', async () => {
	const { meanwhile } = await aroundChange((_, article) => writeFile(article, 'two'));
	expect(meanwhile).toBeUndefined();
});

test('a warehouse without claims or verdicts has a state too', async () => {
	const folder = warehouseFolder(await temporaryFolder());
	expect(ledgerState(folder)).toBeTypeOf('string');
});
