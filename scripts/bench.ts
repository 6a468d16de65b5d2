import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchmarksPage } from './bench/benchmarks-page.ts';
import { machine } from './bench/machine.ts';
import { makeSample, measured, median, type Comparison } from './bench/measure.ts';
import { run } from './cli/run.ts';

const usage = `npm run bench -- [options]

Times an import of made-up records beside what DuckDB alone needs to read the same file into a typed table, each in a process of
its own, and writes docs/benchmarks.md.

  --rows N,N   how many records, roughly (1000000)
  --runs N     how often each is timed; the middle one counts (3)
  --quick      100,000 records, once, and nothing written`;

await run(async () => {
	const { values } = parseArgs({
		options: {
			rows: { type: 'string', default: '1000000' },
			runs: { type: 'string', default: '3' },
			quick: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const sizes = values.quick ? [100_000] : values.rows.split(',').map((text) => wholeNumber('--rows', text));
	const runs = values.quick ? 1 : wholeNumber('--runs', values.runs);
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-bench-'));
	try {
		const comparisons: Comparison[] = [];
		for (const rows of sizes) comparisons.push(await compared(folder, rows, runs));
		const page = benchmarksPage(comparisons, machine());
		console.log(page);
		if (!values.quick) await writeFile(join(import.meta.dirname, '../docs/benchmarks.md'), page);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return 0;
});

/** The two take turns, so that what else the machine does weighs on both. */
async function compared(folder: string, rows: number, runs: number): Promise<Comparison> {
	const sample = await makeSample(folder, rows);
	const floors = [];
	const imports = [];
	for (let turn = 0; turn < runs; turn += 1) {
		floors.push(await measured('floor', sample, folder));
		imports.push(await measured('import', sample, folder));
	}
	await rm(sample);
	return { runs, floor: median(floors), import: median(imports) };
}

function wholeNumber(option: string, text: string): number {
	if (!/^[1-9][0-9]{0,9}$/u.test(text)) throw new Error(`${option} must be a whole number: ${text}`);
	return Number(text);
}
