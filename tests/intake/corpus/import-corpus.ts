import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { importFiles } from '#lib/server/intake/import-files.ts';
import { exitCode, type ImportReport } from '#lib/server/intake/report.ts';
import { withOptions } from '../../../scripts/cli/mapping-options.ts';
import type { Outcome } from './outcome.ts';
import { verdicts, type Verdict } from './verdict.ts';

const [, , generated = '', only = ''] = process.argv;
const corpus = import.meta.dirname;
let peak = 0;
setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss() / 1024 / 1024)), 20).unref();
const queue = new PQueue({ concurrency: 4 });
const asked = verdicts.parse(JSON.parse(await readFile(join(corpus, 'verdicts.json'), 'utf8'))).filter(({ file }) => file.includes(only));
await Promise.all(asked.map((verdict) => queue.add(async () => console.log(JSON.stringify(await judged(verdict))))));

/** Imports a file into a warehouse of its own and says what became of it. */
async function judged({ file, options = {} }: Verdict): Promise<Outcome> {
	const started = performance.now();
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-corpus-'));
	const warehouse = join(folder, 'warehouse');
	const path = file.startsWith('generated/') ? join(generated, file.slice('generated/'.length)) : join(corpus, 'files', file);
	const { map, sheet, identifiers = 'refuse', pseudonymize = false, ...written } = options;
	const mapping = withOptions({ name: 'none', columns: {}, values: {} }, written);
	const usual = { codebook: defaultCodebook, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '512MB' } as const;
	const importing = importFiles({ ...usual, files: [path], warehouse, mapping, acceptProposals: map === 'auto', sheet, identifiers, pseudonymize }, () => undefined);
	const told = await importing.then(inReport, (error: unknown) => ({ exit: 1, counts: {}, words: error instanceof Error ? error.message : String(error) }));
	const left = await leftIn(folder);
	await rm(folder, { recursive: true });
	return { file, ...told, left, seconds: (performance.now() - started) / 1000, peak };
}

async function inReport(report: ImportReport): Promise<Omit<Outcome, 'file' | 'left' | 'seconds' | 'peak'>> {
	const { read, accepted, duplicates, rejected, refusals, flags, notes, quarantine } = report;
	const words = [...refusals.map(({ first, reason }) => `${first}: ${reason}`), ...flags.map(({ first, rule }) => `${first}: ${rule}`), ...notes, quarantine === null ? '' : await readFile(quarantine, 'utf8')];
	return { exit: exitCode(report), counts: { read, accepted, duplicates, rejected }, words: words.join('\n') };
}

async function leftIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true });
	return entries.filter((entry) => !/^warehouse(\.key|\/(current\.json|(snapshots|quarantine)(\/.*)?))?$/u.test(entry));
}
