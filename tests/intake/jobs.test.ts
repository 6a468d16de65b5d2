import { access, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findJob, clearJobs, createJob, filesOf, removeJob } from '#lib/server/intake/jobs/job.ts';
import { plainName } from '#lib/server/intake/jobs/plain-name.ts';
import { receiveFiles } from '#lib/server/intake/jobs/receive-files.ts';
import { uploadLimits } from '#lib/server/intake/jobs/upload-limits.ts';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const limits = { bytes: 1000, files: 3 };

/** Sends files as a browser does. */
async function send(files: readonly File[], allowed = limits) {
	const warehouse = warehouseFolder(await temporaryFolder());
	const form = new FormData();
	for (const file of files) form.append('files', file);
	const { body, headers } = new Response(form);
	const sent = receiveFiles(warehouse, body ?? new ReadableStream(), headers.get('content-type') ?? '', allowed);
	return { warehouse, sent };
}

async function uploadsIn(root: string): Promise<string[]> {
	return readdir(join(root, 'uploads', String(process.pid))).catch(() => []);
}

describe('files that are sent', () => {
	test('arrive whole, in their order', async () => {
		const { sent } = await send([new File(['first'], 'b.csv'), new File(['second'], 'a.csv')]);
		const paths = await filesOf(await sent);
		expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toEqual(['first', 'second']);
	});

	test('of one name stand beside each other', async () => {
		const { sent } = await send([new File(['1'], 'a.csv'), new File(['2'], 'a.csv')]);
		expect((await filesOf(await sent)).map((path) => path.endsWith('a.csv'))).toEqual([true, true]);
	});

	test('lie in a folder that nobody else can open', async () => {
		const { sent } = await send([new File(['1'], 'a.csv')]);
		const job = await sent;
		const [path = ''] = await filesOf(job);
		expect([(await stat(job.folder)).mode & 0o777, (await stat(path)).mode & 0o777]).toEqual([0o700, 0o600]);
	});

	test.each(['../../../etc/cron.d/a.csv', '..\\..\\a.csv', '/etc/a.csv', '...csv', '.bashrc', 'a\u0000b.csv', '-rf'])('stay in their folder when they are named %j', async (name) => {
		const { sent } = await send([new File(['1'], name)]);
		const job = await sent;
		const [path = ''] = await filesOf(job);
		expect(relative(job.files, path)).toMatch(/^1\/[^./-][^/\\\0]*$/u);
	});

	test('may be as large as the limit together', async () => {
		const { sent } = await send([new File(['x'.repeat(400)], 'a.csv'), new File(['y'.repeat(600)], 'b.csv')]);
		expect(await filesOf(await sent)).toHaveLength(2);
	});

	test.each([
		['are larger than the limit together', [new File(['x'.repeat(600)], 'a.csv'), new File(['y'.repeat(401)], 'b.csv')], 'size'],
		['are too many', [1, 2, 3, 4].map((each) => new File(['x'], `${each}.csv`)), 'count'],
		['are none', [], 'none'],
		['have no names, as where none was chosen', [new File([], '')], 'none'],
	])('are refused and leave nothing where they %s', async (_, files, why) => {
		const { warehouse, sent } = await send(files);
		const fault: unknown = await sent.catch((error: unknown) => error);
		expect({ fault, left: await uploadsIn(warehouse.root) }).toEqual({ fault: expect.objectContaining({ why }), left: [] });
	});

	test('of many megabytes are refused once the limit is passed', async () => {
		const { warehouse, sent } = await send([new File(['x'.repeat(8_000_000)], 'a.csv')]);
		const fault: unknown = await sent.catch((error: unknown) => error);
		expect({ fault, left: await uploadsIn(warehouse.root) }).toEqual({ fault: expect.objectContaining({ why: 'size' }), left: [] });
	});

	test('leave nothing where the connection breaks off', async () => {
		const warehouse = warehouseFolder(await temporaryFolder());
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				controller.enqueue(new TextEncoder().encode('--b\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\npart'));
				controller.error(new Error('gone'));
			},
		});
		await receiveFiles(warehouse, body, 'multipart/form-data; boundary=b', limits).catch(() => undefined);
		expect(await uploadsIn(warehouse.root)).toEqual([]);
	});

	test('are refused where they come as something else than a form of files', async () => {
		const warehouse = warehouseFolder(await temporaryFolder());
		const fault: unknown = await receiveFiles(warehouse, new Response('x').body ?? new ReadableStream(), 'text/plain', limits).catch((error: unknown) => error);
		expect({ fault, left: await uploadsIn(warehouse.root) }).toEqual({ fault: expect.objectContaining({ why: 'form' }), left: [] });
	});
});

describe('a job', () => {
	test('is found by its id, and by nothing else', async () => {
		const warehouse = warehouseFolder(await temporaryFolder());
		const job = await createJob(warehouse);
		const found = await Promise.all([job.id, '0'.repeat(32), '..', `../${process.pid}/${job.id}`].map(async (id) => (await findJob(warehouse, id))?.id));
		expect(found).toEqual([job.id, undefined, undefined, undefined]);
	});

	test('is gone with its files when it is removed', async () => {
		const warehouse = warehouseFolder(await temporaryFolder());
		const job = await createJob(warehouse);
		await removeJob(job);
		expect(await findJob(warehouse, job.id)).toBe(undefined);
	});

	test('of a server that is gone is cleared away, and that of one at work is not', async () => {
		const warehouse = warehouseFolder(await temporaryFolder());
		const gone = join(warehouse.root, 'uploads', String(2 ** 22 - 1));
		const atWork = join(warehouse.root, 'uploads', String(process.ppid));
		for (const folder of [gone, atWork]) await mkdir(folder, { recursive: true });
		const left = await createJob(warehouse);
		await writeFile(join(left.files, 'left.csv'), 'x');
		await clearJobs(warehouse);
		const there = await Promise.all([gone, atWork, left.folder].map((path) => access(path).then(() => true, () => false)));
		expect(there).toEqual([false, true, false]);
	});
});

describe('the name of a file that was sent', () => {
	test.each([
		['March 2026.csv', 'March 2026.csv'],
		['Übersicht.tsv.gz', 'Übersicht.tsv.gz'],
		['C:\\exports\\march.csv', 'march.csv'],
		['a;rm -rf.csv', 'a_rm -rf.csv'],
		['a..b...csv', 'a.b.csv'],
		['', 'file'],
		['...', 'file'],
	])('%j is kept as %j', (given, kept) => {
		expect(plainName(given)).toBe(kept);
	});

	test('that is long keeps the ending that tells its format', () => {
		expect(plainName(`${'x'.repeat(400)}.csv.gz`)).toMatch(/^x{53}\.csv\.gz$/u);
	});
});

describe('the limit of uploads', () => {
	test.each([['2GB', 2e9], ['500 MB', 5e8], ['1.5gb', 1.5e9], ['12000', 12_000]])('%s is %d bytes', (setting, bytes) => {
		expect(uploadLimits(setting).bytes).toBe(bytes);
	});

	test.each(['lots', '-1GB', '0', '2 PB'])('%s is no size', (setting) => {
		expect(() => uploadLimits(setting)).toThrow(`NEEDLEPOINT_UPLOAD_LIMIT must be a size such as 500MB or 2GB: ${setting}`);
	});

	test('is a setting, and 2 GB without it', () => {
		const before = process.env['NEEDLEPOINT_UPLOAD_LIMIT'];
		onTestFinished(() => {
			if (before === undefined) delete process.env['NEEDLEPOINT_UPLOAD_LIMIT'];
			else process.env['NEEDLEPOINT_UPLOAD_LIMIT'] = before;
		});
		delete process.env['NEEDLEPOINT_UPLOAD_LIMIT'];
		const without = uploadLimits().bytes;
		process.env['NEEDLEPOINT_UPLOAD_LIMIT'] = '5MB';
		expect([without, uploadLimits().bytes]).toEqual([2e9, 5e6]);
	});
});
