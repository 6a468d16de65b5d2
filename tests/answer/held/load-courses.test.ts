import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { HeldCourses } from '#lib/server/held/held-courses.ts';
import { heldLimit } from '#lib/server/held/held-limit.ts';
import { heldCourses, holdCourses } from '#lib/server/held/kept-courses.ts';
import { loadCourses } from '#lib/server/held/load-courses.ts';
import { run } from '#lib/server/warehouse/database.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { importInto } from '../../intake/import-into.ts';
import { temporaryFolder } from '../../intake/temporary-folder.ts';

const records = [
	'patient_id,condition,session_number,pain_before,measure,score,protocol,clinic,discharge_reason',
	'b,knee pain,1,6,lefs,40,exercise only,North,',
	'b,knee pain,2,4.5,,,,North,',
	'b,knee pain,4,3,lefs,60,,North,recovered',
	'a,knee pain,1,8,,,,,',
	'a,hip pain,1,,,,,South,',
];

async function warehouseOf(lines: readonly string[]) {
	const folder = await temporaryFolder();
	await importInto(folder, { 'a.csv': [...lines] });
	const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	onTestFinished(() => warehouse.close());
	return { folder, warehouse };
}

test('episodes are held with what is recorded of them and their scores', async () => {
	const { warehouse } = await warehouseOf(records);
	const courses = await warehouse.hold(holdCourses);
	if (courses === undefined) throw new Error('they are to be held');
	const recorded = ({ values, codes }: HeldCourses['columns']['clinic']) => [...codes].map((code) => (code === 0 ? null : values[code - 1]));
	const scores = (measure: string) => {
		const { starts = [], sessions = [], codes = [], values = [] } = courses.scoresOf(measure) ?? {};
		return Array.from({ length: courses.episodes }, (_, episode) => [...sessions.slice(starts[episode], starts[episode + 1])].map((session, at) => [session, values[codes[(starts[episode] ?? 0) + at] ?? 0]]));
	};
	expect(recorded(courses.columns.condition)).toEqual(['hip-pain', 'knee-pain', 'knee-pain']);
	expect([...courses.patients]).toEqual([1, 1, 2]);
	expect(recorded(courses.columns.clinic)).toEqual(['South', null, 'North']);
	expect(recorded(courses.columns.protocol)).toEqual([null, null, 'exercise-only']);
	expect(recorded(courses.columns.dischargeReason)).toEqual([null, null, 'completed']);
	expect([[...courses.visits], [...courses.lastSession]]).toEqual([[1, 1, 3], [1, 1, 4]]);
	expect(scores('nprs')).toEqual([[], [[1, 8]], [[1, 6], [2, 4.5], [4, 3]]]);
	expect(scores('lefs')).toEqual([[], [], [[1, 40], [4, 60]]]);
	expect(scores('odi')).toEqual([[], [], []]);
});

test('the last session that is long enough ago is held', async () => {
	const { warehouse } = await warehouseOf(['patient_id,condition,session_number,session_date,pain_before', 'a,knee pain,1,2025-01-10,6', 'a,knee pain,2,2025-02-10,5', 'a,knee pain,3,2025-03-20,4', 'b,knee pain,1,2025-05-10,7']);
	expect([...((await warehouse.hold(holdCourses))?.settled ?? [])]).toEqual([1, 0]);
});

test('nothing is held beyond so many bytes', async () => {
	const { warehouse } = await warehouseOf(records);
	const load = async (limit: number) => warehouse.hold(async (stamp, beside) => beside(async (db) => loadCourses(db, stamp, limit)));
	expect(await load(100)).toBeUndefined();
	expect((await load(1000))?.episodes).toBe(3);
	vi.stubEnv('NEEDLEPOINT_HELD_MEMORY', '0');
	onTestFinished(() => void vi.unstubAllEnvs());
	expect(await warehouse.hold(heldCourses)).toBeUndefined();
});

test.each([
	['512MB', 512e6],
	['1.5GB', 1.5e9],
	['0', 0],
])('%s is so much', (setting, bytes) => {
	expect(heldLimit(setting)).toBe(bytes);
});

test('a size that is none is refused', () => {
	expect(() => heldLimit('much')).toThrow('NEEDLEPOINT_HELD_MEMORY must be a size such as 2GB, or 0: much');
});

test('a large snapshot is held from when it was read on, a small one when it is asked about', async () => {
	const { warehouse } = await warehouseOf(records);
	const large = await warehouse.hold(async (stamp) => ({ ...stamp, sessions: 60_000 }));
	const asked = async () => warehouse.hold(async (_, beside) => heldCourses(large, beside));
	expect(await asked()).toBeUndefined();
	await warehouse.hold(async (_, beside) => holdCourses(large, beside));
	expect((await asked())?.episodes).toBe(3);
	expect((await warehouse.hold(heldCourses))?.episodes).toBe(3);
});

test('what is held goes with its snapshot, and the next is read anew', async () => {
	const { folder, warehouse } = await warehouseOf(records);
	const before = await warehouse.hold(heldCourses);
	expect(await warehouse.hold(heldCourses)).toBe(before);
	await importInto(folder, { 'b.csv': ['patient_id,condition,session_number,pain_before', 'c,knee pain,1,6'] });
	expect((await warehouse.hold(heldCourses))?.episodes).toBe(4);
});

test('records that do not stand by condition and patient are not held', async () => {
	const { warehouse } = await warehouseOf(records);
	const found = warehouse.hold(async (stamp, beside) =>
		beside(async (db) => {
			await run(db, 'CREATE TEMP TABLE episodes AS SELECT * REPLACE (4 - episode_key AS episode_key) FROM (FROM episodes)');
			return loadCourses(db, stamp, 1e6);
		}),
	);
	await expect(found).rejects.toThrow('episodes must stand by condition and patient');
});

test('an operator is told once why a snapshot is not held', async () => {
	const { warehouse } = await warehouseOf(records);
	const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	onTestFinished(() => written.mockRestore());
	const stamp = await warehouse.hold(async (current) => ({ ...current }));
	const hold = async () => holdCourses(stamp, async () => Promise.reject(new Error('no room')));
	expect([await hold(), await hold()]).toEqual([undefined, undefined]);
	expect(written.mock.calls).toEqual([['what is recorded cannot be held in memory, so that answers come from the database and take longer: no room\n']]);
});
