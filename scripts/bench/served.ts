import { readFile } from 'node:fs/promises';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { questions } from '#lib/questions/registry.server.ts';
import { run } from '#lib/server/warehouse/database.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { startServer } from '../../tests/e2e/server.ts';
import { filtered, visited, type FilterChanges, type Visit } from './browser.ts';
import { fitting, type Fitting } from './fitting.ts';
import { latency, milliseconds, timed, type Latency } from './latency.ts';
import { answeredBy, loaded, type Load } from './load.ts';
import scanSql from './scan.sql?raw';
import { tenRows, type TenRows } from './ten-rows.ts';

/** What serving a warehouse of that many records takes, in milliseconds unless said otherwise. */
export type Served = Readonly<{
	rows: number;
	/** from the second start of the program until its first answer */
	start: number;
	/** an answer without content from the same server */
	floor: Latency;
	/** the bare engine, reading the columns of the scores of a condition */
	scan: Latency;
	fit: Fitting;
	questions: readonly Readonly<{ question: string; cold: number; filtered: number; warm: Latency }>[];
	load: Load;
	loadFloor: Load;
	page: Visit;
	/** a page of the same server without a chart */
	pageFloor: Visit;
	tenRows: TenRows;
	changes: FilterChanges;
	peakBytes: number;
}>;

const [condition = ''] = defaultCodebook.conditions.map(({ id }) => id);
const measure = defaultCodebook.measures.find(({ primary }) => primary)?.id ?? '';
const asked = `condition=${condition}`;

/** Serves a warehouse with a program of its own, asks every question, and looks at a page with a browser. */
export async function served(warehouse: string, rows: number): Promise<Served> {
	const engine = await ofEngine(warehouse);
	const env = { NEEDLEPOINT_ANSWER_SECONDS: '3600' };
	await (await startServer(warehouse, { env })).stop();
	const server = await startServer(warehouse, { env });
	const at = (path: string) => `${server.url}${path}`;
	try {
		const start = server.startedInMs + (await milliseconds(() => answeredBy(at(`/api/overview?${asked}`))));
		const clinics = await clinicsAt(at('/api/records'));
		const floor = await timed(200, () => answeredBy(at('/welcome')));
		const asking = [];
		for (const question of Object.keys(questions)) {
			const url = at(`/api/${question}?${asked}`);
			const cold = await milliseconds(() => answeredBy(url));
			const others: number[] = [];
			for (const clinic of clinics) others.push(await milliseconds(() => answeredBy(`${url}&clinic=${encodeURIComponent(clinic)}`)));
			asking.push({ question, cold, filtered: latency(others).p50, warm: await timed(100, () => answeredBy(url)) });
		}
		const load = await loaded(16, 5, at(`/api/recovery?${asked}`));
		const loadFloor = await loaded(16, 5, at('/welcome'));
		const page = await visited(at(`/conditions/${condition}`), 'main svg[role=img]', 5);
		const pageFloor = await visited(at('/questions'), 'main h1', 5);
		const changes = await filtered(at(`/conditions/${condition}`), 'payer');
		return { rows, start, floor, ...engine, questions: asking, load, loadFloor, page, pageFloor, tenRows: await tenRows(), changes, peakBytes: await peakOf(server.pid) };
	} finally {
		await server.stop();
	}
}

async function ofEngine(warehouse: string): Promise<Pick<Served, 'scan' | 'fit'>> {
	const opened = await openWarehouse(warehouse);
	try {
		return await opened.read(async (db) => ({ scan: await timed(7, () => run(db, scanSql, { measure, condition })), fit: await fitting(db, condition, measure) }));
	} finally {
		opened.close();
	}
}

async function clinicsAt(url: string): Promise<string[]> {
	const records: { vocabulary: { clinic: { value: string }[] } } = await (await fetch(url)).json();
	return records.vocabulary.clinic.map(({ value }) => value);
}

/** The most memory that a process held. */
async function peakOf(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	return Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) * 1024;
}
