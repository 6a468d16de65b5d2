import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './server.ts';

/** One server over the sample for all tests that only read; it builds the dashboard first where the build is stale. */
export default async function globalSetup(): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-e2e-'));
	const warehouse = join(folder, 'warehouse');
	const server = await startServer(warehouse);
	process.env['NEEDLEPOINT_E2E_URL'] = server.url;
	process.env['NEEDLEPOINT_E2E_WAREHOUSE'] = warehouse;
	return async () => {
		await server.stop();
		await rm(folder, { recursive: true });
	};
}
