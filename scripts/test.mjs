import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBrowser } from './browser.mjs';
import { root, runPackage, stopWithParent } from './child.mjs';
import { fail, install } from './install.mjs';
import { tallyPlaywright, tallyVitest, withExit } from './tally.mjs';

const steps = { types, lint, unit: () => vitest('unit'), integration: () => vitest('integration'), e2e };
const wanted = process.argv.slice(2);
const chosen = wanted.length > 0 ? wanted : Object.keys(steps);
const unknown = chosen.find((name) => !Object.hasOwn(steps, name));
if (unknown !== undefined) fail(`a step must be one of ${Object.keys(steps).join(', ')}: ${unknown}`);

const folder = mkdtempSync(join(tmpdir(), 'needlepoint-test-'));
const total = { passed: 0, failed: 0 };
process.once('exit', (code) => {
	rmSync(folder, { recursive: true });
	const { passed, failed } = withExit(total, code);
	console.log(`\n${passed} passed, ${failed} failed`);
	if (failed > 0) process.exitCode = code || 1;
});
stopWithParent();
await install();
for (const name of chosen) {
	console.log(`\nneedlepoint: ${name}`);
	const { passed, failed } = await steps[name]();
	total.passed += passed;
	total.failed += failed;
}

async function types() {
	await runPackage('svelte-kit', ['sync'], { cwd: root });
	return check('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']);
}

function lint() {
	return check('eslint', ['.', '--max-warnings', '0']);
}

async function check(name, parameters) {
	const code = await runPackage(name, parameters, { cwd: root });
	return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(project) {
	const report = join(folder, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const code = await runPackage('vitest', ['run', '--project', project, '--allowOnly=false', ...reporters], { cwd: root });
	return tally(report, tallyVitest, code);
}

async function e2e() {
	const report = join(folder, 'e2e.json');
	const env = { ...process.env, CHROMIUM_PATH: await requireBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
	const code = await runPackage('playwright', ['test', '--reporter=list,json'], { cwd: root, env });
	return tally(report, tallyPlaywright, code);
}

function tally(report, count, code) {
	const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
	return withExit(counted, code);
}
