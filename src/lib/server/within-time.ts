import type { Database } from './warehouse/database.ts';

/** An answer took longer than it may. */
export class TooLong extends Error {}

/** Seconds that an answer may take: NEEDLEPOINT_ANSWER_SECONDS, else 60. */
function longest(environment: Readonly<Record<string, string | undefined>> = process.env): number {
	const seconds = Number(environment['NEEDLEPOINT_ANSWER_SECONDS'] || 60);
	if (!(seconds > 0)) throw new Error(`NEEDLEPOINT_ANSWER_SECONDS must be a number above 0: ${environment['NEEDLEPOINT_ANSWER_SECONDS'] ?? ''}`);
	return seconds;
}

/** Does the work on a connection, and stops the statement that it runs when its time is up, or when nobody waits for it any more. */
export async function withinTime<T>(db: Database, work: () => Promise<T>, stop?: AbortSignal): Promise<T> {
	const seconds = longest();
	let late = false;
	const interrupt = () => db.interrupt();
	const timer = setTimeout(() => {
		late = true;
		interrupt();
	}, seconds * 1000);
	stop?.addEventListener('abort', interrupt);
	try {
		stop?.throwIfAborted();
		return await work();
	} catch (error) {
		if (late) throw new TooLong(`stopped after ${seconds} s: narrow it with a filter`);
		throw error;
	} finally {
		clearTimeout(timer);
		stop?.removeEventListener('abort', interrupt);
	}
}
