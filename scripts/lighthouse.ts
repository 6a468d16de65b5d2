import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import config from '../playwright.config.ts';
import { run } from './cli/run.ts';
import { auditPage, categories, devices } from './lighthouse/audit-page.ts';
import { reportLines, type Measured } from './lighthouse/report-lines.ts';
import { steadyAudit } from './lighthouse/steady-audit.ts';
import { mainPages } from './main-pages.ts';

const usage = `npm run lighthouse -- [URL]

Measures the main pages of a running dashboard (http://127.0.0.1:4173) with Lighthouse, as on a desktop and on a mobile device, and writes
docs/lighthouse.md. Exit code 2: a score is below 95.`;

const enough = 95;

await run(async () => {
	const [base = 'http://127.0.0.1:4173'] = process.argv.slice(2);
	if (base === '--help') {
		console.log(usage);
		return 0;
	}
	const port = await freePort();
	const launch = config.use?.launchOptions ?? {};
	const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), `--remote-debugging-port=${port}`] });
	const measured: Measured[] = [];
	try {
		for (const place of Object.values(mainPages)) {
			// what a page scrolls to hides from Lighthouse what it paints first
			const path = place.replace(/#.*$/u, '');
			const url = new URL(path, base).href;
			await (await fetch(url)).text();
			for (const device of devices) {
				const audited = await steadyAudit(() => auditPage(url, device, port), enough);
				measured.push({ path, device, ...audited });
				console.log(`${path} ${device}: ${categories.map((name) => `${name} ${audited.scores[name]}`).join(', ')}${audited.failed.length === 0 ? '' : ` (${audited.failed.join(', ')})`}`);
			}
		}
		const [load = 0] = loadavg();
		await writeFile(join(import.meta.dirname, '../docs/lighthouse.md'), reportLines(measured, { browser: browser.version(), load, processors: cpus().length }).join('\n'));
	} finally {
		await browser.close();
	}
	return measured.every(({ scores }) => categories.every((name) => scores[name] >= enough)) ? 0 : 2;
});

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
	const address = probe.address();
	await new Promise((closed) => probe.close(closed));
	if (address === null || typeof address === 'string') throw new Error('no port is free on 127.0.0.1');
	return address.port;
}
