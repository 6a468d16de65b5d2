import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notedDifferences } from '../../scripts/validate/noted-differences.ts';
import { rCall } from '../../scripts/validate/r-call.ts';
import { routines } from '../../scripts/validate/routines.ts';

const root = join(import.meta.dirname, '..', '..');

describe('npm run validate, without R', () => {
	let empty: string;

	beforeAll(async () => {
		empty = await mkdtemp(join(tmpdir(), 'needlepoint-'));
	});

	afterAll(async () => {
		await rm(empty, { recursive: true });
	});

	const validate = (...names: readonly string[]) => {
		const { VITEST: _, NODE_ENV: __, ...environment } = process.env;
		return spawnSync(process.execPath, ['--import', './scripts/loader/register.mjs', 'scripts/validate.ts', ...names], { cwd: root, encoding: 'utf8', env: { ...environment, PATH: empty } });
	};

	test('says so, and compares with the committed numbers', () => {
		const { status, stdout } = validate('wilson-interval');
		expect(stdout).toContain('R is not installed: the committed numbers are taken as they are');
		expect(stdout).toMatch(/'wilson-interval'.*prop\.test.*'1e-8'.*'\d\.\de[-+]\d+'.*'–'/);
		expect(stdout).toContain('1 routine beside R: each within the tolerance its test states');
		expect(status).toBe(0);
	});

	test('refuses a name that no R script has', () => {
		const { status, stderr } = validate('no-such-routine');
		expect([status, stderr]).toEqual([1, expect.stringContaining('no R script has this name: no-such-routine')]);
	});
});

describe('the routines', () => {
	test('each have a test that reads their numbers, and what they call in R', async () => {
		const all = await routines(root, []);
		expect(all.length).toBeGreaterThan(40);
		expect(all.filter(({ tests, call }) => tests.length === 0 || call === '')).toEqual([]);
	});

	test('have the tolerances that their tests state, the loosest first', async () => {
		const [found] = await routines(root, ['comparison']);
		expect(found?.tolerances).toEqual(['1e-4', '1e-6', '1e-8']);
	});
});

test('an R call is what stands after “R:” in the comment of a function, over as many lines as it takes', () => {
	expect(rCall('/**\n * A mean.\n *\n * R: `mean(x)`; with\n * weights `weighted.mean`\n */\nexport')).toBe('`mean(x)`; with weights `weighted.mean`');
	expect(rCall('/** A mean. */')).toBeNull();
});

test('of the differences that a test notes the largest counts, and one that is no number is infinite', () => {
	const lines = [{ test: 'a', difference: 1e-9 }, { test: 'a', difference: 1e-7 }, { test: 'b', difference: null }].map((each) => JSON.stringify(each));
	expect([...notedDifferences(`${lines.join('\n')}\n`)]).toEqual([['a', 1e-7], ['b', Infinity]]);
});
