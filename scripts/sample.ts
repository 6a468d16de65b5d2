import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import json from '#data/sample/scenario.json' with { type: 'json' };
import { sampleFile, type Tally } from '#lib/sample/sample-file.ts';
import { parseScenario } from '#lib/sample/scenario.ts';
import { truthFile, type TruthFile } from '#lib/sample/truth-file.ts';
import { userPath } from './cli/paths.ts';
import { run } from './cli/run.ts';

const usage = `npm run sample -- [options]

Writes made-up session records, and beside them the truth that they were made from.

  --patients N   how many patients (2000)
  --seed N       the same seed gives the same file (1)
  --out FILE     .csv, .tsv, .csv.gz or .tsv.gz; - for standard output, without the truth (data/sample/sessions.csv)
  --bad N        rows to add that an import must refuse (6)
  --complete     nobody leaves and nothing is missing`;

const flags = z.object({
	patients: z.coerce.number().int().min(1).max(100_000_000),
	seed: z.coerce.number().int().min(0).max(0xffffffff),
	out: z.string().regex(/^-$|\.[ct]sv(\.gz)?$/, 'must end in .csv, .tsv, .csv.gz or .tsv.gz, or be -').optional(),
	bad: z.coerce.number().int().min(0).max(10_000),
	complete: z.boolean(),
	help: z.boolean(),
});

await run(async () => {
	const { out, help: asked, ...options } = readFlags();
	if (asked) {
		console.log(usage);
		return 0;
	}
	const scenario = parseScenario(json);
	const started = performance.now();
	const tally = await write(sampleFile(scenario, { ...options, delimiter: /\.tsv(\.gz)?$/.test(out) ? '\t' : ',' }), out);
	if (tally === undefined) return 0;
	const seconds = (performance.now() - started) / 1000;
	if (out !== '-') await writeFile(truthPath(out), legibly(truthFile(scenario, options, tally)));
	const total = tally.rows + tally.badRows.length;
	console.error(`${out}: ${total} rows of ${options.patients} patients, ${tally.badRows.length} of them bad; ${Math.round(total / seconds)} rows/s`);
	return 0;
});

function readFlags(): z.infer<typeof flags> & { out: string } {
	const { values } = parseArgs({
		options: {
			patients: { type: 'string', default: '2000' },
			seed: { type: 'string', default: '1' },
			out: { type: 'string' },
			bad: { type: 'string', default: '6' },
			complete: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const { success, data, error } = flags.safeParse(values);
	if (!success) throw new Error(z.prettifyError(error));
	return { ...data, out: data.out === undefined ? join(import.meta.dirname, '../data/sample/sessions.csv') : data.out === '-' ? '-' : userPath(data.out) };
}

/** Nothing comes back when whoever reads standard output has had enough. */
async function write(pieces: Generator<string, Tally>, out: string): Promise<Tally | undefined> {
	let tally: Tally | undefined;
	const source = function* () {
		tally = yield* pieces;
	};
	if (out !== '-') await mkdir(dirname(out), { recursive: true });
	const target = out === '-' ? process.stdout : createWriteStream(out);
	try {
		await pipeline([Readable.from(source(), { highWaterMark: 2 }), ...(out.endsWith('.gz') ? [createGzip({ level: 3 })] : []), target]);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
	}
	return tally;
}

function truthPath(out: string): string {
	return out.replace(/\.[ct]sv(\.gz)?$/, '.truth.json');
}

/** Indented JSON with each list of numbers on one line. */
function legibly(truth: TruthFile): string {
	return `${JSON.stringify(truth, null, '\t').replace(/\[[^[\]{}"]*\]/g, (numbers) => numbers.replace(/\s+/g, ' '))}\n`;
}
