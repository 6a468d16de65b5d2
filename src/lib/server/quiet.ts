import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds since somebody asked for something, after which it is quiet. */
const lull = 1000;

/** Milliseconds from one look whether it is quiet to the next, and until what waits for that goes on nevertheless. */
const moment = 100;
const patience = 5000;

let askedAt = -Infinity;

/** Notes that somebody asks for something now. */
export function somebodyAsks(): void {
	askedAt = performance.now();
}

/** Waits until nobody has asked for anything lately, and no longer than some seconds: for work that is nobody's hurry. */
export async function quiet(): Promise<void> {
	for (let waited = 0; waited < patience && performance.now() - askedAt < lull; waited += moment) await pause(moment, undefined, { ref: false });
}
