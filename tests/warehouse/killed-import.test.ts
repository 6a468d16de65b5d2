import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { runProgram, startProgram } from '../intake/run-program.ts';
import { snapshotRows } from '../intake/snapshot-rows.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { writeFiles } from '../intake/write-files.ts';
import { publishSnapshot } from './publish-snapshot.ts';

const header = 'patient_id,condition,session_number,pain_before';
const large = Array.from({ length: 60_000 }, (_, i) => `L${i % 20_000},knee pain,${Math.floor(i / 20_000) + 1},${i % 11}`);

/** A warehouse with one snapshot, and an import of many records that is killed when its step has begun. */
async function killed(step: string, afterwards: number) {
	const folder = await temporaryFolder();
	const before = await publishSnapshot(folder, 1);
	const [file = ''] = await writeFiles(join(folder, 'large'), { 'large.csv': [header, ...large] });
	const parameters = [file, '--warehouse', join(folder, 'warehouse')];
	const { child, ended } = startProgram('import', parameters);
	const begun = new Promise((resolve) => child.stderr?.on('data', (chunk) => String(chunk).includes(step) && resolve(undefined)));
	await begun;
	await pause(afterwards);
	child.kill('SIGKILL');
	await ended;
	return { folder, before, parameters };
}

describe('an import that is killed', () => {
	test.each([
		['reading', 0],
		['checking', 15],
		['forming episodes', 5],
		['building', 20],
		['publishing', 0],
	])('while it is %s leaves a whole snapshot served, and the next import works', async (step, afterwards) => {
		const { folder, before, parameters } = await killed(step, afterwards);
		const [{ id, sessions } = {}] = await snapshotRows(folder, 'SELECT id, (SELECT count(*)::INTEGER FROM sessions) AS sessions FROM snapshot');
		const next = await runProgram('import', parameters);
		const [after] = await snapshotRows(folder, 'SELECT (SELECT count(*)::INTEGER FROM sessions) AS sessions FROM snapshot');
		expect({ whole: sessions === (id === before ? 1 : 60_001), code: next.code, after }).toEqual({ whole: true, code: 0, after: { sessions: 60_001 } });
	});

	test('leaves nothing that the next import does not clear away', async () => {
		const { folder, parameters } = await killed('building', 0);
		const left = await readdir(join(folder, 'warehouse'));
		await runProgram('import', parameters);
		expect({ left, cleared: (await readdir(join(folder, 'warehouse'))).sort() }).toEqual({ left: expect.arrayContaining(['building', 'import.lock']), cleared: ['current.json', 'snapshots'] });
	});
});

describe('an import while another one runs', () => {
	test('is refused in one line, and the first goes in', async () => {
		const folder = await temporaryFolder();
		const [file = ''] = await writeFiles(join(folder, 'large'), { 'large.csv': [header, ...large] });
		const parameters = [file, '--warehouse', join(folder, 'warehouse')];
		const first = startProgram('import', parameters);
		await new Promise((resolve) => first.child.stderr?.once('data', resolve));
		const second = await runProgram('import', parameters);
		expect({ first: (await first.ended).code, second: second.code, said: second.stderr }).toEqual({ first: 0, second: 1, said: expect.stringContaining(`another import (process ${first.child.pid}) is working on this warehouse`) });
	});
});
