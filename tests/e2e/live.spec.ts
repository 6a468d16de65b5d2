import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { faults } from '../../scripts/soak/faults.ts';
import { newestSnapshot } from '../../scripts/soak/newest-snapshot.ts';
import { steadyRequests } from '../../scripts/soak/steady-requests.ts';
import { expect, test } from './fixtures.ts';
import { root } from './server.ts';

const answers = ['/api/recovery?condition=plantar-fasciitis', '/api/overview', '/api/response'];
const paths = [...Array.from({ length: 32 }, () => answers).flat(), '/', '/conditions/plantar-fasciitis'];

test('a hundred requests a second are answered, from whole snapshots and always the newest, while files are imported', async ({ folder, ownWarehouse, start }) => {
	test.slow();
	const server = await start(ownWarehouse);
	const published = [await newestSnapshot(ownWarehouse)];
	const asking = steadyRequests(server.url, paths, 100);

	for (const patients of [2000, 40]) {
		const file = join(folder, `${patients}.csv`);
		await writeFile(file, sessions(patients));
		await promisify(execFile)('npm', ['run', 'import', '--', file, '--warehouse', ownWarehouse], { cwd: root });
		published.push(await newestSnapshot(ownWarehouse));
	}
	await expect.poll(() => fetch(`${server.url}/api/overview`).then((response) => response.text()), { timeout: 30_000 }).toContain(published.at(-1)?.id);
	const requests = await asking.stop();

	expect(faults(requests, published)).toEqual([]);
	expect(new Set(requests.flatMap(({ told }) => told?.id ?? []))).toEqual(new Set(published.map(({ id }) => id)));
	expect(requests.some(({ unchanged }) => unchanged)).toBe(true);
	expect(await server.stop()).toBe(0);
});

function sessions(patients: number): string {
	const rows = Array.from({ length: patients }, (_, patient) => [1, 2, 3].map((session) => `synthetic-live-${patients}-${patient},plantar-fasciitis,${session},${7 - session}`));
	return ['patient_id,condition,session_number,pain_before', ...rows.flat(), ''].join('\n');
}
