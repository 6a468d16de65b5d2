import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the locked packages when node_modules is missing or older than the lockfile. */
export function install() {
	const wanted = modified('package-lock.json');
	if (modified(join('node_modules', '.package-lock.json')) >= wanted) return;
	console.error('needlepoint: installing packages (once)');
	const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
	});
	if (status !== 0) {
		console.error('needlepoint: npm ci failed; see the lines above');
		process.exit(1);
	}
}

function modified(path) {
	return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
