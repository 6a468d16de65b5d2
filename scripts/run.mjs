import { setPriority } from 'node:os';
import { runPackage, runScript, stopWithParent } from './child.mjs';
import { install } from './install.mjs';

const [program = '', ...parameters] = process.argv.slice(2);
stopWithParent();
await install();
// what an import starts inherits this, so that those who read meanwhile go first
if (program === 'import.ts') setPriority(5);
process.exitCode = await (program.endsWith('.ts') ? runScript(program, parameters) : runPackage(program, parameters));
