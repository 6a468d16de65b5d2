import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './cli/run.ts';
import { computeAgain, type Again } from './validate/compute-again.ts';
import { notedDifferences } from './validate/noted-differences.ts';
import { routines, type Routine } from './validate/routines.ts';

const usage = `npm run validate -- [NAME…]

Compares each routine with the numbers that R computed, and says by how much the two differ at most, relative to R's. Where R is
installed, it computes its numbers again first and compares them with the committed ones. NAME is an R script beside the tests.`;

const root = join(import.meta.dirname, '..');

/** Between R now and R then: other versions of R and its packages stop iterating elsewhere. */
const tolerance = 1e-6;

await run(async () => {
	const wanted = process.argv.slice(2);
	if (wanted.includes('--help')) {
		console.log(usage);
		return 0;
	}
	const all = await routines(root, wanted);
	const installed = spawnSync('Rscript', ['--version']).status === 0;
	console.log(installed ? 'R is installed: its numbers are computed again, which takes some minutes' : 'R is not installed: the committed numbers are taken as they are');
	const again = installed ? await computeAgain(root, all) : new Map<string, Again>();
	const { differences, passed } = await compare(all);
	const rows = all.map((routine) => rowOf(routine, differences, again.get(routine.name)));
	console.table(rows);
	const held = [...again.values()].every((each) => 'largest' in each && each.largest <= tolerance);
	console.log(`${all.length} ${all.length === 1 ? 'routine' : 'routines'} beside R: ${passed ? 'each within the tolerance its test states' : 'a test failed'}${installed ? `; R ${held ? 'gave the committed numbers again' : 'gave other numbers than the committed ones'}` : ''}`);
	return passed && held ? 0 : 1;
});

/** Runs the tests that read R's numbers; they note how far they are from them. */
async function compare(all: readonly Routine[]): Promise<Readonly<{ differences: ReadonlyMap<string, number>; passed: boolean }>> {
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-validate-'));
	const notes = join(folder, 'differences.jsonl');
	try {
		const tests = [...new Set(all.flatMap((routine) => routine.tests))];
		const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
		const { status } = spawnSync(process.execPath, [vitest, 'run', '--reporter', 'dot', ...tests], { cwd: root, stdio: 'inherit', env: { ...process.env, NEEDLEPOINT_DIFFERENCES: notes } });
		return { differences: notedDifferences(existsSync(notes) ? await readFile(notes, 'utf8') : ''), passed: status === 0 };
	} finally {
		await rm(folder, { recursive: true });
	}
}

function rowOf({ name, tests, call, tolerances }: Routine, differences: ReadonlyMap<string, number>, again: Again | undefined) {
	const noted = tests.flatMap((test) => differences.get(join(root, test)) ?? []);
	return {
		routine: name,
		'R call': short(call.replaceAll('`', '')),
		tolerance: tolerances.length === 0 ? 'equal' : tolerances.join(', '),
		'largest difference': noted.length === 0 ? '–' : Math.max(...noted).toExponential(1),
		'R again': again === undefined ? '–' : 'reason' in again ? again.reason : again.largest.toExponential(1),
	};
}

function short(text: string): string {
	return text.length <= 70 ? text : `${text.slice(0, 69)}…`;
}
