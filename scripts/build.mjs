import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runPackage } from './child.mjs';
import { fail } from './install.mjs';

const inputs = ['src', 'static', 'data/codebook', 'data/mappings', 'data/claims', 'data/reporting', 'svelte.config.js', 'vite.config.ts', 'package.json', 'package-lock.json'];
const stamp = join(root, 'build', 'stamp');

/** Builds the dashboard unless what goes into it is as it was at the last build. */
export async function buildWhenStale() {
	const state = String(Math.max(...inputs.map((input) => newest(join(root, input)))));
	if (state === lastBuilt()) return;
	console.error('needlepoint: building the dashboard');
	const options = { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } };
	const code = await runPackage('vite', ['build', '--logLevel', 'warn'], options);
	if (code !== 0) fail('the build failed; see the lines above', code);
	writeFileSync(stamp, state);
}

function lastBuilt() {
	try {
		return readFileSync(stamp, 'utf8');
	} catch {
		return undefined;
	}
}

/** When the newest file or folder at a path was changed; a folder changes when a file in it comes or goes. */
function newest(path) {
	const stats = statSync(path, { throwIfNoEntry: false });
	const within = stats?.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
	return Math.max(stats?.mtimeMs ?? 0, ...within);
}
