import { requireBrowser } from './browser.mjs';
import { root, runPackage, stopWithParent } from './child.mjs';
import { install } from './install.mjs';

stopWithParent();
await install();
const env = { ...process.env, CHROMIUM_PATH: await requireBrowser() };
process.exitCode = await runPackage('playwright', ['test', 'screenshots', '--update-snapshots=all'], { cwd: root, env });
