/** An answer took longer than it may. */
export class TooLong extends Error {}

/** Seconds that an answer may take: NEEDLEPOINT_ANSWER_SECONDS, else 60. */
function longest(environment: Readonly<Record<string, string | undefined>> = process.env): number {
	const seconds = Number(environment['NEEDLEPOINT_ANSWER_SECONDS'] || 60);
	if (!(seconds > 0)) throw new Error(`NEEDLEPOINT_ANSWER_SECONDS must be a number above 0: ${environment['NEEDLEPOINT_ANSWER_SECONDS'] ?? ''}`);
	return seconds;
}

/** Milliseconds until what goes on nevertheless is stopped again: an interrupt ends a statement, and the next may have begun after it. */
const again = 50;

/** Does the work on a connection or the like, and interrupts that when the time is up, or when nobody waits for it any more. */
export async function withinTime<T>(db: Readonly<{ interrupt(): void }>, work: () => Promise<T>, stop?: AbortSignal): Promise<T> {
	const seconds = longest();
	let late = false;
	let stopping: NodeJS.Timeout | undefined;
	const interrupt = () => {
		db.interrupt();
		stopping ??= setInterval(() => db.interrupt(), again);
	};
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
		clearInterval(stopping);
		stop?.removeEventListener('abort', interrupt);
	}
}
