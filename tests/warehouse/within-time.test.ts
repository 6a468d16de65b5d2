import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openEngine, run } from '#lib/server/warehouse/database.ts';
import { TooLong, withinTime } from '#lib/server/within-time.ts';

async function connection() {
	const engine = await openEngine();
	onTestFinished(() => engine.closeSync());
	return engine.connect();
}

test('a statement that runs too long is stopped, and the connection goes on', async () => {
	vi.stubEnv('NEEDLEPOINT_ANSWER_SECONDS', '0.2');
	onTestFinished(() => void vi.unstubAllEnvs());
	const db = await connection();
	const endless = withinTime(db, () => run(db, 'SELECT count(*) FROM range(10000000) AS a, range(10000000) AS b WHERE a.range * b.range = 7'));
	await expect(endless).rejects.toThrow(TooLong);
	await expect(endless).rejects.toThrow('stopped after 0.2 s: narrow it with a filter');
	await expect(withinTime(db, () => run(db, 'SELECT 1'))).resolves.toBeUndefined();
});

test('a statement that is begun when the time is up already is stopped too', async () => {
	vi.stubEnv('NEEDLEPOINT_ANSWER_SECONDS', '0.2');
	onTestFinished(() => void vi.unstubAllEnvs());
	const db = await connection();
	const late = withinTime(db, async () => {
		await wait(400);
		await run(db, 'SELECT count(*) FROM range(10000000) AS a, range(10000000) AS b WHERE a.range * b.range = 7');
	});
	await expect(late).rejects.toThrow(TooLong);
});

test('an error within the time is told as it is', async () => {
	const db = await connection();
	await expect(withinTime(db, () => run(db, 'SELECT nothing'))).rejects.toThrow(/nothing/u);
});

test('a time that is none is refused', async () => {
	vi.stubEnv('NEEDLEPOINT_ANSWER_SECONDS', 'soon');
	onTestFinished(() => void vi.unstubAllEnvs());
	const db = await connection();
	await expect(withinTime(db, () => run(db, 'SELECT 1'))).rejects.toThrow('NEEDLEPOINT_ANSWER_SECONDS must be a number above 0: soon');
});
