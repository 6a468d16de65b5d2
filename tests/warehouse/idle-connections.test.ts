import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openEngine, run, type Database } from '#lib/server/warehouse/database.ts';
import { idleConnections } from '#lib/server/warehouse/idle-connections.ts';

async function connection(): Promise<Database> {
	const engine = await openEngine();
	onTestFinished(() => engine.closeSync());
	return engine.connect();
}

function waiting(most?: number, milliseconds?: number) {
	const idle = idleConnections(most, milliseconds);
	onTestFinished(idle.close);
	return idle;
}

test('a connection waits for the use it was left by, and is given once', async () => {
	const idle = waiting();
	const db = await connection();
	const [use, other] = [{}, {}];
	idle.leave(use, db);
	expect([idle.take(other), idle.take(use) === db, idle.take(use)]).toEqual([undefined, true, undefined]);
});

test('of too many, the one left first is closed', async () => {
	const idle = waiting(2);
	const uses = [{}, {}, {}];
	const first = await connection();
	for (const [at, use] of uses.entries()) idle.leave(use, at === 0 ? first : await connection());
	expect(uses.map((use) => idle.take(use) !== undefined)).toEqual([false, true, true]);
	await expect(run(first, 'SELECT 1')).rejects.toThrow();
});

test('one that nobody takes is closed after a while', async () => {
	const idle = waiting(2, 10);
	const db = await connection();
	const use = {};
	idle.leave(use, db);
	await wait(100);
	expect(idle.take(use)).toBeUndefined();
	await expect(run(db, 'SELECT 1')).rejects.toThrow();
});
