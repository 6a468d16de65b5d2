import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { makeSample } from '../bench/measure.ts';
import { madeUpFile } from '../kill-test/made-up-file.ts';
import { faults } from './faults.ts';
import { newestSnapshot } from './newest-snapshot.ts';
import { importFile, startDashboard } from './programs.ts';
import { steadyRequests, type Asked } from './steady-requests.ts';

/** How requests fared in a part of the time; durations in milliseconds. */
export type Phase = Readonly<{ name: string; requests: number; unchanged: number; perSecond: number; p50: number; p95: number; p99: number; longest: number }>;

/** `memory` is what the dashboard held after each small import, in bytes. */
export type Soaked = Readonly<{ requests: number; phases: readonly Phase[]; faults: readonly string[]; moves: number; memory: readonly number[] }>;

type Soak = Readonly<{ rows: number; perSecond: number; imports: number; quietSeconds: number }>;

const answers = ['recovery?condition=plantar-fasciitis', 'overview', 'response', 'trend', 'completeness', 'records', 'cost', 'tolerability'].map((asked) => `/api/${asked}`);
/** Mostly answers, and now and then a page, which is drawn anew for each request. */
const paths = [...Array.from({ length: 12 }, () => answers).flat(), '/', '/methods', '/', '/conditions/plantar-fasciitis'];

/** Serves a small snapshot, asks at a steady rate, and meanwhile imports a large file and some small ones into the same warehouse. */
export async function serveWhileImporting(folder: string, { rows, perSecond, imports, quietSeconds }: Soak): Promise<Soaked> {
	const warehouse = join(folder, 'warehouse');
	await importFile(await sample(join(folder, 'small'), 5000), warehouse);
	const large = await sample(join(folder, 'large'), rows);
	const published = [await newestSnapshot(warehouse)];
	const server = await startDashboard(warehouse);
	try {
		for (const path of new Set(paths)) await (await fetch(`${server.url}${path}`)).text();
		const asking = steadyRequests(server.url, paths, perSecond);
		const marks = [{ name: 'before', at: performance.now() }];
		await pause(quietSeconds * 1000);
		marks.push({ name: `an import of ${rows} records`, at: performance.now() });
		await importFile(large, warehouse);
		published.push(await newestSnapshot(warehouse));
		marks.push({ name: `${imports} small imports`, at: performance.now() });
		const memory: number[] = [];
		for (let number = 1; number <= imports; number += 1) {
			await importFile((await madeUpFile(folder, number, xoroshiro128plus(number))).path, warehouse);
			published.push(await newestSnapshot(warehouse));
			memory.push(await server.memory());
		}
		marks.push({ name: 'after', at: performance.now() });
		await pause(quietSeconds * 1000);
		const requests = await asking.stop();
		const ends = [...marks.slice(1).map(({ at }) => at), performance.now()];
		return {
			requests: requests.length,
			phases: marks.map(({ name, at }, place) => phase(name, requests, at, ends[place] ?? at)),
			faults: faults(requests, published),
			moves: new Set(requests.flatMap(({ told }) => told?.id ?? [])).size - 1,
			memory,
		};
	} finally {
		await server.stop();
	}
}

async function sample(folder: string, rows: number): Promise<string> {
	await mkdir(folder);
	return makeSample(folder, rows);
}

function phase(name: string, all: readonly Asked[], from: number, to: number): Phase {
	const sent = all.filter(({ sentAt }) => sentAt >= from && sentAt < to);
	const times = sent.map(({ sentAt, answeredAt }) => answeredAt - sentAt).sort((a, b) => a - b);
	const within = (share: number) => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;
	const unchanged = sent.filter((each) => each.unchanged).length;
	return { name, requests: sent.length, unchanged, perSecond: (sent.length * 1000) / (to - from), p50: within(0.5), p95: within(0.95), p99: within(0.99), longest: within(1) };
}
