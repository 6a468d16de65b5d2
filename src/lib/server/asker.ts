import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';

/** Who waits for an answer: the client that the queue is to be fair to, and the signal that it has left. What is asked for `later` makes way for what is looked at first, and one that is patient comes after all others. */
export type Asker = Readonly<{ client: string; signal: AbortSignal; later?: true; patient?: true }>;

const askers = new AsyncLocalStorage<Asker>();

/** Does the work on behalf of somebody; a page asks many questions. */
export function onBehalfOf<T>(asker: Asker, work: () => T): T {
	setMaxListeners(0, asker.signal);
	return askers.run(asker, work);
}

/** On whose behalf this is done; undefined in programs that serve nobody. */
export function asker(): Asker | undefined {
	return askers.getStore();
}

/** Does the work for the same as before, for later. */
export function forLater<T>(work: () => T): T {
	const current = asker();
	return current === undefined ? work() : onBehalfOf({ ...current, later: true }, work);
}
