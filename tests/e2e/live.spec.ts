import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { expect, test } from './fixtures.ts';
import { root } from './server.ts';

const stamped = z.object({ snapshot: z.object({ id: z.string() }) });

test('a running server moves to a new snapshot without a failed request', async ({ folder, ownWarehouse, start }) => {
	const server = await start(ownWarehouse);
	const readers = [0, 1, 2, 3].map(() => reader(server.url));
	const before = await latest(server.url);

	const file = join(folder, 'more.csv');
	await writeFile(file, sessions(40));
	await promisify(execFile)('npm', ['run', 'import', '--', file, '--warehouse', ownWarehouse], { cwd: root });
	await expect.poll(() => latest(server.url), { timeout: 10_000 }).not.toBe(before);
	const after = await latest(server.url);
	const seen = await Promise.all(readers.map((each) => each.stop()));

	expect(seen.flatMap(({ failures }) => failures)).toEqual([]);
	for (const { ids } of seen) expect(ids).toEqual([before, after]);
	expect(await server.stop()).toBe(0);
});

/** Asks again and again; `ids` are the snapshots that answered, in order, and should change once only. */
function reader(url: string): { stop: () => Promise<{ ids: string[]; failures: string[] }> } {
	const ids: string[] = [];
	const failures: string[] = [];
	let stopped = false;
	const ended = (async () => {
		while (!stopped) {
			const [id, page] = await Promise.allSettled([latest(url), fetch(`${url}/conditions/plantar-fasciitis`)]);
			if (id.status === 'rejected') failures.push(String(id.reason));
			else if (id.value !== ids.at(-1)) ids.push(id.value);
			if (page.status === 'rejected') failures.push(String(page.reason));
			else if (!page.value.ok) failures.push(`page: ${page.value.status}`);
		}
	})();
	return {
		stop: async () => {
			stopped = true;
			await ended;
			return { ids, failures };
		},
	};
}

async function latest(url: string): Promise<string> {
	const response = await fetch(`${url}/api/recovery?condition=plantar-fasciitis`);
	if (!response.ok) throw new Error(`answer: ${response.status}`);
	return stamped.parse(await response.json()).snapshot.id;
}

function sessions(patients: number): string {
	const rows = Array.from({ length: patients }, (_, patient) => [1, 2, 3].map((session) => `synthetic-live-${patient},plantar-fasciitis,${session},${7 - session}`));
	return ['patient_id,condition,session_number,pain_before', ...rows.flat(), ''].join('\n');
}
