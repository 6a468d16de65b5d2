import { runPackage, runScript, stopWithParent } from './child.mjs';
import { install } from './install.mjs';

const [program = '', ...parameters] = process.argv.slice(2);
stopWithParent();
await install();
process.exitCode = await (program.endsWith('.ts') ? runScript(program, parameters) : runPackage(program, parameters));
