import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { install, root } from './install.mjs';

const [program = '', ...args] = process.argv.slice(2);
install();
const { status, signal } = program.endsWith('.ts')
	? run(process.execPath, ['--import', new URL('./loader/register.mjs', import.meta.url).href, join(root, 'scripts', program), ...args])
	: run(join(root, 'node_modules', '.bin', program), args);
process.exitCode = status ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0);

function run(command, parameters) {
	return spawnSync(command, parameters, { stdio: 'inherit', shell: process.platform === 'win32' && !command.endsWith('.exe') });
}
