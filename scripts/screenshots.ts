import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import config from '../playwright.config.ts';
import { run } from './cli/run.ts';

const usage = `npm run screenshots -- [URL]

Takes the pictures of docs/screenshots from a running dashboard (http://127.0.0.1:4173).`;

const folder = join(import.meta.dirname, '../docs/screenshots');
const paths = { outcomes: '/', condition: '/conditions/plantar-fasciitis', protocols: '/conditions/plantar-fasciitis?by=protocol', comparison: '/protocols', trend: '/trend', variation: '/variation', safety: '/safety', cost: '/cost', data: '/data', methods: '/methods' };
const looks = [
	{ name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 1200 } },
	{ name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 1200 } },
	{ name: 'phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const;

await run(async () => {
	const [base = 'http://127.0.0.1:4173'] = process.argv.slice(2);
	if (base === '--help') {
		console.log(usage);
		return 0;
	}
	await mkdir(folder, { recursive: true });
	const browser = await chromium.launch(config.use?.launchOptions);
	for (const { name, ...look } of looks) {
		const page = await browser.newPage({ ...look, locale: 'en-GB' });
		for (const [what, path] of Object.entries(paths)) {
			await page.goto(new URL(path, base).href, { waitUntil: 'networkidle' });
			await page.screenshot({ path: join(folder, `${what}-${name}.png`) });
		}
		await page.close();
	}
	await browser.close();
	return 0;
});
