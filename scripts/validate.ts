import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './cli/run.ts';
import { largestDifference } from './validate/largest-difference.ts';

const usage = `npm run validate -- [NAME…]

Computes the numbers that the statistics are checked against again, where R is installed, and compares them with the committed
ones; then compares the statistics with the committed numbers, as npm test does. NAME is a script of tests/statistics.`;

const root = join(import.meta.dirname, '..');
const fixtures = join('tests', 'statistics');
const tolerance = 1e-6;

await run(async () => {
	const names = process.argv.slice(2);
	if (names.includes('--help')) {
		console.log(usage);
		return 0;
	}
	const again = spawnSync('Rscript', ['--version']).status === 0 ? await computeAgain(names) : note('R is not installed: the committed numbers are taken as they are');
	const tests = names.length === 0 ? [fixtures] : names.map((name) => join(fixtures, `${name}.test.ts`));
	const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'unit', ...tests], { cwd: root, stdio: 'inherit' });
	return again && status === 0 ? 0 : 1;
});

/** Runs the R scripts in a copy of their folder; whether each gives the committed numbers again. */
async function computeAgain(wanted: readonly string[]): Promise<boolean> {
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-validate-'));
	try {
		await cp(join(root, fixtures), join(folder, fixtures), { recursive: true });
		const files = await readdir(join(root, fixtures));
		const names = files.filter((file) => file.endsWith('.R')).map((file) => file.slice(0, -2));
		const lines: Line[] = [];
		for (const name of names.filter((each) => files.includes(`${each}.json`) && (wanted.length === 0 || wanted.includes(each)))) lines.push(await compute(folder, name));
		console.table(lines);
		return lines.every(({ agrees }) => agrees === 'yes');
	} finally {
		await rm(folder, { recursive: true });
	}
}

type Line = Readonly<{ name: string; numbers: number; 'largest relative difference': string; agrees: string }>;

async function compute(folder: string, name: string): Promise<Line> {
	const { status, stderr } = spawnSync('Rscript', [join(fixtures, `${name}.R`)], { cwd: folder, encoding: 'utf8' });
	if (status !== 0) return { name, numbers: 0, 'largest relative difference': '', agrees: `R failed: ${stderr.trim().split('\n').at(-1) ?? ''}` };
	const read = async (top: string): Promise<unknown> => JSON.parse(await readFile(join(top, fixtures, `${name}.json`), 'utf8'));
	const { numbers, largest } = largestDifference(await read(root), await read(folder));
	return { name, numbers, 'largest relative difference': largest.toExponential(1), agrees: largest <= tolerance ? 'yes' : 'no' };
}

function note(text: string): true {
	console.log(text);
	return true;
}
