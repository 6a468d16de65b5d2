import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import type { Answer } from '#lib/questions/answer.ts';
import type { QuestionName, Results } from '#lib/questions/registry.server.ts';
import { asker, onBehalfOf, type Asker } from './asker.ts';
import { hurrying } from './hurry.ts';
import type { Stamp } from './warehouse/stamp.ts';

type AnyAnswer = Readonly<{ question: string }>;

/** An answer that is worked out or has been, with the number of those who wait for it; `end` stops the work and forgets it. */
type Kept = { readonly answer: Promise<AnyAnswer>; readonly end: () => void; waiting: number; settled: boolean };

/** Answers kept for each snapshot; a filtered answer seldom takes more than a few hundred kilobytes. */
const most = 300;

/** Does work when its turn has come. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** What an answer is worked out from: the columns held in memory, which tell it soon, or the database, behind which nothing that is held needs to wait. */
export type Turns = Readonly<{ held: Turn; database: Turn }>;

/** Answers are worked out two at a time: more at once makes each slower and none faster. What is for later has a queue of its own, so that it keeps nothing that is looked at first from its turn. */
const queueOfTwo = () => new PQueue({ concurrency: 2 });
const queues = { first: { held: queueOfTwo(), database: queueOfTwo() }, later: { held: queueOfTwo(), database: queueOfTwo() } };

/** Beyond so many answers in the queue a request is better told to come again. */
const longestQueue = 100;

/** A snapshot never changes, so what was worked out from it holds as long as it does. */
const kept = new WeakMap<Stamp, LRUCache<string, Kept>>();

/** How many answers each client has in the queue or in work. */
const underWay = new Map<string, number>();

/** What is worked out for those who are patient alone, as far as nobody else has come to wait for it. */
const unhurried = new Set<Kept>();

/** Whether so many answers are waited for that another had better not be asked for now. */
export function isBusy(): boolean {
	return Object.values(queues).reduce((size, { held, database }) => size + held.size + database.size, 0) > longestQueue;
}

/**
 * The answer kept under `key`, else what `make` gives, which is kept; equal requests at the same time wait for one. Clients take turns:
 * the more answers one has under way, the later its next. Work that nobody waits for any more is stopped by the signal that `make` gets; and so
 * is work for the patient, when somebody else asks for something new.
 */
export async function keptAnswer<Name extends QuestionName>(stamp: Stamp, name: Name, key: string, make: (turns: Turns, stop: AbortSignal) => Promise<Answer<Results[Name]>>): Promise<Answer<Results[Name]>> {
	const answers = kept.get(stamp) ?? new LRUCache<string, Kept>({ max: most });
	kept.set(stamp, answers);
	const place = `${name} ${key}`;
	const found = answers.get(place) ?? begun(make, (failed) => answers.get(place) === failed && answers.delete(place));
	answers.set(place, found);
	const answer = await waitedFor(found, asker());
	if (!isOf(name, answer)) throw new Error(`an answer to ${answer.question} was kept for ${name}`);
	return answer;
}

function begun(make: (turns: Turns, stop: AbortSignal) => Promise<AnyAnswer>, forget: (failed: Kept) => void): Kept {
	const current = asker();
	const { client = '', patient = false, later = false } = current ?? {};
	if (!patient) for (const each of unhurried) each.end();
	const stop = new AbortController();
	const before = underWay.get(client) ?? 0;
	underWay.set(client, before + 1);
	const place = { priority: patient ? -longestQueue : -before, signal: stop.signal };
	const { held, database } = later || patient ? queues.later : queues.first;
	const ofHeld: Turn = (work) => (later || patient ? work() : hurrying(work));
	// a queue begins the work of one for another
	const onBehalf: Turn = (work) => (current === undefined ? work() : onBehalfOf(current, work));
	const answer = make({ held: (work) => held.add(() => onBehalf(() => ofHeld(work)), place), database: (work) => database.add(() => onBehalf(work), place) }, stop.signal);
	const end = () => {
		unhurried.delete(begun);
		forget(begun);
		stop.abort();
	};
	const begun: Kept = { answer, end, waiting: 0, settled: false };
	const settle = () => {
		begun.settled = true;
		unhurried.delete(begun);
		const left = (underWay.get(client) ?? 1) - 1;
		if (left === 0) underWay.delete(client);
		else underWay.set(client, left);
	};
	answer.then(settle, () => {
		settle();
		forget(begun);
	});
	if (patient) unhurried.add(begun);
	return begun;
}

/** Waits, unless the one who asked leaves: with the last of them the work ends. */
async function waitedFor(found: Kept, waiting: Asker | undefined): Promise<AnyAnswer> {
	if (waiting?.patient !== true) unhurried.delete(found);
	found.waiting += 1;
	const leave = () => {
		found.waiting -= 1;
		if (found.waiting === 0 && !found.settled) found.end();
	};
	waiting?.signal.addEventListener('abort', leave, { once: true });
	try {
		return await found.answer;
	} finally {
		waiting?.signal.removeEventListener('abort', leave);
	}
}

function isOf<Name extends QuestionName>(name: Name, answer: AnyAnswer): answer is Answer<Results[Name]> {
	return answer.question === name;
}
