import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './cli/run.ts';
import { serveWhileImporting } from './soak/serve-while-importing.ts';

const usage = `npm run soak -- [options]

Sends requests at a steady rate to a dashboard while files are imported into its warehouse: none may fail, and each must be answered from a
snapshot that was published whole, and from the newest.

  --rows N      how many made-up records the large file has, roughly (200000)
  --rate N      requests a second (100)
  --imports N   small files that are imported after it (5)
  --quiet N     seconds before and after in which nothing is imported (10)`;

await run(async () => {
	const text = (value: string) => ({ type: 'string', default: value }) as const;
	const { values } = parseArgs({ options: { rows: text('200000'), rate: text('100'), imports: text('5'), quiet: text('10'), help: { type: 'boolean', default: false } } });
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-soak-'));
	try {
		const imports = wholeNumber('--imports', values.imports);
		const { requests, phases, faults, moves, memory } = await serveWhileImporting(folder, { rows: wholeNumber('--rows', values.rows), perSecond: wholeNumber('--rate', values.rate), imports, quietSeconds: wholeNumber('--quiet', values.quiet) });
		for (const phase of phases) {
			const [p50, p95, p99, longest] = [phase.p50, phase.p95, phase.p99, phase.longest].map((ms) => `${ms.toFixed(0)} ms`);
			console.log(`${phase.name}: ${phase.requests} requests, ${phase.perSecond.toFixed(0)} a second, ${phase.unchanged} not modified; p50 ${p50}, p95 ${p95}, p99 ${p99}, longest ${longest}`);
		}
		for (const fault of faults.slice(0, 10)) console.log(fault);
		console.log(`most memory of the dashboard in each tenth of the small imports: ${tenths(memory).map((bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`).join(', ')}`);
		console.log(`soak: ${requests} requests, ${faults.length} at fault; the dashboard moved to a new snapshot ${moves} times in ${imports + 1} imports`);
		return faults.length === 0 && moves === imports + 1 ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

/** The most of each tenth. */
function tenths(values: readonly number[]): number[] {
	const size = Math.ceil(values.length / 10);
	return Array.from({ length: Math.ceil(values.length / size) }, (_, tenth) => Math.max(...values.slice(tenth * size, (tenth + 1) * size)));
}

function wholeNumber(option: string, text: string): number {
	if (!/^[1-9][0-9]{0,7}$/u.test(text)) throw new Error(`${option} must be a whole number: ${text}`);
	return Number(text);
}
