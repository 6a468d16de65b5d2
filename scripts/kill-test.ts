import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './cli/run.ts';
import { killImports } from './kill-test/kill-imports.ts';

const usage = `npm run kill-test -- [options]

Imports made-up records, kills each import at a random moment, and looks whether the published snapshot is whole and nothing is lost.

  --rounds N   how many imports are killed (200)
  --seed N     the same seed gives the same records and moments (1)`;

await run(async () => {
	const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } } });
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-kill-'));
	try {
		const { kills, damaged, lostRows, leftovers, same, struck, troubles } = await killImports(folder, wholeNumber('--rounds', values.rounds), wholeNumber('--seed', values.seed));
		for (const [step, times] of struck) console.log(`${step.padEnd(16)} ${String(times).padStart(4)} ${'█'.repeat(Math.ceil((times / kills) * 60))}`);
		for (const trouble of troubles) console.log(trouble);
		console.log(`kill test: ${kills} random SIGKILLs, ${damaged} damaged snapshots, ${lostRows} lost rows, ${leftovers} leftovers; ${same ? 'the same' : 'not the same'} snapshot as after one import of all files`);
		return damaged + lostRows + leftovers === 0 && same && troubles.length === 0 ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

function wholeNumber(option: string, text: string): number {
	if (!/^[1-9][0-9]{0,5}$/u.test(text)) throw new Error(`${option} must be a whole number: ${text}`);
	return Number(text);
}
