import { test as base } from '@playwright/test';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from './server.ts';

export { expect } from '@playwright/test';

export const pages = ['/', '/conditions/plantar-fasciitis', '/protocols', '/variation', '/trend', '/safety', '/cost', '/questions', '/questions/comparison', '/questions/trend', '/questions/cost', '/evidence', '/data', '/data/import', '/methods'] as const;
export const chartedPages = ['/', '/conditions/plantar-fasciitis', '/protocols', '/variation', '/trend', '/safety', '/cost', '/questions/response', '/questions/comparison', '/questions/variation', '/questions/trend', '/data'] as const;

type Fixtures = {
	/** an empty folder of this test's own */
	folder: string;
	/** the warehouse of the shared server; not to be written to */
	sharedWarehouse: string;
	/** a copy of it that may be written to */
	ownWarehouse: string;
	/** `startServer`, with every server that it starts stopped at the end of the test */
	start: typeof startServer;
	/** what the page complained about: console errors, policy violations, uncaught errors */
	complaints: string[];
};

export const test = base.extend<Fixtures>({
	baseURL: async ({}, use) => {
		await use(required('NEEDLEPOINT_E2E_URL'));
	},
	folder: async ({}, use) => {
		const folder = await mkdtemp(join(tmpdir(), 'needlepoint-e2e-'));
		await use(folder);
		await rm(folder, { recursive: true });
	},
	sharedWarehouse: async ({}, use) => {
		await use(required('NEEDLEPOINT_E2E_WAREHOUSE'));
	},
	ownWarehouse: async ({ folder, sharedWarehouse }, use) => {
		const copy = join(folder, 'warehouse');
		await cp(sharedWarehouse, copy, { recursive: true });
		await use(copy);
	},
	start: async ({}, use) => {
		const servers: RunningServer[] = [];
		await use(async (...parameters) => {
			const server = await startServer(...parameters);
			servers.push(server);
			return server;
		});
		for (const server of servers) await server.stop();
	},
	complaints: async ({ page }, use) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') complaints.push(message.text());
		});
		page.on('pageerror', (error) => complaints.push(error.message));
		await use(complaints);
	},
});

function required(name: string): string {
	const value = process.env[name];
	if (value === undefined) throw new Error(`${name} must be set by the global setup`);
	return value;
}
