import type { Beside } from '../warehouse/open.ts';
import type { Stamp } from '../warehouse/stamp.ts';
import type { HeldCourses } from './held-courses.ts';
import { heldLimit } from './held-limit.ts';
import { loadCourses } from './load-courses.ts';

/** A snapshot of fewer sessions is read in some milliseconds. */
const large = 50_000;

/** A snapshot never changes, so what was read of it holds as long as it is served. */
const kept = new WeakMap<Stamp, Promise<HeldCourses | undefined>>();

const ready = new WeakMap<Stamp, HeldCourses>();

/** What is held of a snapshot by now; a small one is read where that has not been done yet, a large one only by `holdCourses`. */
export async function heldCourses(stamp: Stamp, beside: Beside): Promise<HeldCourses | undefined> {
	return ready.get(stamp) ?? (stamp.sessions < large ? holdCourses(stamp, beside) : undefined);
}

/** Reads what is to be held of a snapshot, once; undefined where it is too much, or cannot be read. The database can answer all the same. */
export async function holdCourses(stamp: Stamp, beside: Beside): Promise<HeldCourses | undefined> {
	const limit = heldLimit();
	const courses = kept.get(stamp) ?? beside((db) => loadCourses(db, stamp, limit)).catch(tellUnheld);
	kept.set(stamp, courses);
	const read = await courses;
	if (read !== undefined) ready.set(stamp, read);
	return read;
}

function tellUnheld(reason: unknown): undefined {
	process.stderr.write(`what is recorded cannot be held in memory, so that answers come from the database and take longer: ${reason instanceof Error ? reason.message : String(reason)}\n`);
}
