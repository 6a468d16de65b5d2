import type { Database } from './database.ts';

/** Connections that wait to be used again for what they were used for, with the temporary tables that were left on them. */
export type IdleConnections = Readonly<{ take(use: object): Database | undefined; leave(use: object, db: Database): void; close(): void }>;

type Idle = Readonly<{ use: object; db: Database; end: NodeJS.Timeout }>;

/** Keeps so many connections for so many milliseconds, then closes them: what a page asks of one group of episodes comes within them. */
export function idleConnections(most = 2, milliseconds = 3000): IdleConnections {
	const idle = new Set<Idle>();

	function remove(one: Idle): Database {
		clearTimeout(one.end);
		idle.delete(one);
		return one.db;
	}

	function take(use: object): Database | undefined {
		const found = [...idle].find((one) => one.use === use);
		return found === undefined ? undefined : remove(found);
	}

	function leave(use: object, db: Database): void {
		const [oldest] = idle;
		if (oldest !== undefined && idle.size >= most) remove(oldest).closeSync();
		const one: Idle = { use, db, end: setTimeout(() => remove(one).closeSync(), milliseconds).unref() };
		idle.add(one);
	}

	function close(): void {
		for (const one of [...idle]) remove(one).closeSync();
	}

	return { take, leave, close };
}
