import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchmarksPage } from './bench/benchmarks-page.ts';
import { costPlot } from './bench/cost-plot.ts';
import { machine } from './bench/machine.ts';
import { makeSample, measured, median, type Comparison } from './bench/measure.ts';
import { served } from './bench/served.ts';
import { run } from './cli/run.ts';

const usage = `npm run bench -- [options]

Times an import of made-up records beside what DuckDB alone needs to read the same file into a typed table, then serves them and times
every question, a page in a browser, and many clients at once, each beside a floor from the same run. Writes docs/benchmarks.md and its plot.

  --rows N,N   how many records, roughly (10000,100000,1000000)
  --runs N     how often an import is timed; the middle one counts (3)
  --quick      10,000 and 100,000 records, once, and nothing written
  --full       10 thousand, 1, 10 and 100 million records, imports timed once; takes hours and 100 GB of disk`;

const docs = join(import.meta.dirname, '../docs');

await run(async () => {
	const { values } = parseArgs({
		options: {
			rows: { type: 'string', default: '10000,100000,1000000' },
			runs: { type: 'string', default: '3' },
			quick: { type: 'boolean', default: false },
			full: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const sizes = values.quick ? [10_000, 100_000] : values.full ? [10_000, 1_000_000, 10_000_000, 100_000_000] : values.rows.split(',').map((text) => wholeNumber('--rows', text));
	const runs = values.quick || values.full ? 1 : wholeNumber('--runs', values.runs);
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-bench-'));
	try {
		const comparisons: Comparison[] = [];
		for (const rows of sizes) {
			comparisons.push(await compared(folder, rows, runs));
			if (!values.quick) await written(comparisons);
		}
		console.log(benchmarksPage(comparisons, machine()));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return 0;
});

/** After each size, so that what was measured stays where a larger one does not end. */
async function written(comparisons: readonly Comparison[]): Promise<void> {
	await writeFile(join(docs, 'benchmarks.md'), benchmarksPage(comparisons, machine()));
	await writeFile(join(docs, 'benchmarks.svg'), costPlot(comparisons));
}

/** The two take turns, so that what else the machine does weighs on both. The last import is served. */
async function compared(folder: string, rows: number, runs: number): Promise<Comparison> {
	const sample = await makeSample(folder, rows);
	const floors = [];
	const imports = [];
	for (let turn = 0; turn < runs; turn += 1) {
		floors.push(await measured('floor', sample, folder));
		await rm(join(folder, 'floor'));
		imports.push(await measured('import', sample, folder));
	}
	await rm(sample);
	const imported = median(imports);
	return { runs, floor: median(floors), import: imported, served: await served(join(folder, 'import'), imported.rows) };
}

function wholeNumber(option: string, text: string): number {
	if (!/^[1-9][0-9]{0,9}$/u.test(text)) throw new Error(`${option} must be a whole number: ${text}`);
	return Number(text);
}
