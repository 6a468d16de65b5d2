import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { run, runPackage } from './child.mjs';
import { fail } from './install.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const asRoot = process.getuid?.() === 0;

/** The path of a Chromium that starts: CHROMIUM_PATH, Playwright's, or one on the PATH. */
export function findBrowser() {
	const { CHROMIUM_PATH: chosen, PATH: path = '' } = process.env;
	if (chosen) return starts(chosen) ? chosen : fail(`CHROMIUM_PATH must be a Chromium that starts: ${chosen}`);
	const onPath = names.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)));
	return [playwrights(), ...onPath].find(starts);
}

/** Finds a Chromium, and installs one where there is none: Playwright's, else Debian's where the user is root. */
export async function requireBrowser() {
	const found = findBrowser() ?? (await fromPlaywright()) ?? (await fromDebian());
	return found ?? fail('no Chromium that starts: install one, or name it in CHROMIUM_PATH');
}

async function fromPlaywright() {
	console.error('needlepoint: installing a browser');
	const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
	await runPackage('playwright', ['install', '--no-shell', 'chromium'], { env, stdio: ['ignore', 2, 2], timeout: 300_000 });
	return findBrowser();
}

async function fromDebian() {
	if (!asRoot || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
	console.error("needlepoint: installing Debian's chromium");
	const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] };
	await run('apt-get', ['update', '-q'], options);
	await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], options);
	return findBrowser();
}

function playwrights() {
	return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
}

function starts(path) {
	try {
		accessSync(path, constants.X_OK);
	} catch {
		return false;
	}
	return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}
