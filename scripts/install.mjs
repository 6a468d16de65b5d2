import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './child.mjs';

/** Installs the locked packages where node_modules does not hold them. */
export async function install() {
	requireNode(20, 19);
	if (installed()) return;
	console.error('needlepoint: installing packages');
	const flags = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
	const code = await run('npm', ['ci', ...flags], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
	if (code !== 0) fail('npm ci failed; see the lines above', code);
}

export function fail(message, code = 1) {
	console.error(`needlepoint: ${message}`);
	process.exit(code);
}

function requireNode(major, minor) {
	const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
	if (ourMajor < major || (ourMajor === major && ourMinor < minor)) fail(`Node must be ${major}.${minor} or newer: ${process.versions.node}`);
}

function installed() {
	const present = packages(join('node_modules', '.package-lock.json'));
	return Object.entries(packages('package-lock.json')).every(
		([path, { version, optional, devOptional }]) => path === '' || (present[path]?.version ?? (optional || devOptional ? version : null)) === version,
	);
}

function packages(lockfile) {
	try {
		return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages;
	} catch (error) {
		if (error.code === 'ENOENT') return {};
		throw error;
	}
}
