import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

const asRoot = process.getuid?.() === 0;
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const executablePath = findBrowser();

export default defineConfig({
	testDir: 'tests/e2e',
	globalSetup: './tests/e2e/global-setup.ts',
	workers: 1,
	forbidOnly: true,
	timeout: 60_000,
	reporter: 'list',
	snapshotPathTemplate: 'docs/screenshots/{arg}{ext}',
	updateSnapshots: 'changed',
	expect: { toHaveScreenshot: { maxDiffPixelRatio: 0.002 } },
	use: {
		browserName: 'chromium',
		actionTimeout: 10_000,
		launchOptions: { chromiumSandbox: !asRoot, args: asRoot ? ['--no-sandbox', ...quiet] : quiet, ...(executablePath === undefined ? {} : { executablePath }) },
		locale: 'en-GB',
		timezoneId: 'Pacific/Auckland',
	},
});
