import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const [header = '', ...records] = (await readFile(join(import.meta.dirname, '../../data/sample/sessions.csv'), 'utf8')).trim().split('\n').slice(0, 1500);
const day = header.split(',').indexOf('session_date');
const dayOf = (record: string) => record.split(',')[day] ?? '';

describe('a snapshot', () => {
	test.each([
		['from the last line to the first', records.toReversed()],
		['by day', records.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))],
		['in two halves dealt into one another', records.flatMap((_, place) => records[place % 2 === 0 ? place / 2 : Math.ceil(records.length / 2) + (place - 1) / 2] ?? [])],
	])('is the same where the lines of a file stand %s as where each course stands in its own order', async (_, otherwise) => {
		const keyFile = join(await temporaryFolder(), 'shared.key');
		const inOrder = await made(records, keyFile);
		expect(inOrder).toMatchObject([{ sessions: expect.toSatisfy((count) => count > 1000) }]);
		expect(await made(otherwise, keyFile)).toEqual(inOrder);
	});
});

async function made(lines: readonly string[], keyFile: string): Promise<Record<string, unknown>[]> {
	const folder = await temporaryFolder();
	await importInto(folder, { 'sessions.csv': [header, ...lines] }, { keyFile });
	return snapshotRows(folder, 'SELECT fingerprint, sessions, episodes, patients FROM snapshot');
}
