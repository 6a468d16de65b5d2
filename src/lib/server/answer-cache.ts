import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import type { Answer } from '#lib/questions/answer.ts';
import type { QuestionName, Results } from '#lib/questions/registry.server.ts';
import { asker, type Asker } from './asker.ts';
import type { Stamp } from './warehouse/stamp.ts';

type AnyAnswer = Readonly<{ question: string }>;

/** An answer that is worked out or has been, with the number of those who wait for it; `stop` ends the work. */
type Kept = { readonly answer: Promise<AnyAnswer>; readonly stop: AbortController; waiting: number; settled: boolean };

/** Answers kept for each snapshot; a filtered answer seldom takes more than a few hundred kilobytes. */
const most = 300;

/** Answers are worked out two at a time: more at once makes each slower and none faster. */
const queue = new PQueue({ concurrency: 2 });

/** Beyond so many answers in the queue a request is better told to come again. */
const longestQueue = 100;

/** A snapshot never changes, so what was worked out from it holds as long as it does. */
const kept = new WeakMap<Stamp, LRUCache<string, Kept>>();

/** How many answers each client has in the queue or in work. */
const underWay = new Map<string, number>();

/** Whether so many answers are waited for that another had better not be asked for now. */
export function isBusy(): boolean {
	return queue.size > longestQueue;
}

/**
 * The answer kept under `key`, else what `make` gives, which is kept; equal requests at the same time wait for one. Clients take turns:
 * the more answers one has under way, the later its next. Work that nobody waits for any more is stopped by the signal that `make` gets.
 */
export async function keptAnswer<Name extends QuestionName>(stamp: Stamp, name: Name, key: string, make: (stop: AbortSignal) => Promise<Answer<Results[Name]>>): Promise<Answer<Results[Name]>> {
	const answers = kept.get(stamp) ?? new LRUCache<string, Kept>({ max: most });
	kept.set(stamp, answers);
	const place = `${name} ${key}`;
	const found = answers.get(place) ?? begun(make, () => answers.delete(place));
	answers.set(place, found);
	const answer = await waitedFor(found, asker(), () => answers.delete(place));
	if (!isOf(name, answer)) throw new Error(`an answer to ${answer.question} was kept for ${name}`);
	return answer;
}

function begun(make: (stop: AbortSignal) => Promise<AnyAnswer>, forget: () => void): Kept {
	const { client = '', patient = false } = asker() ?? {};
	const stop = new AbortController();
	const before = underWay.get(client) ?? 0;
	underWay.set(client, before + 1);
	const answer = queue.add(() => make(stop.signal), { priority: patient ? -longestQueue : -before, signal: stop.signal });
	const begun: Kept = { answer, stop, waiting: 0, settled: false };
	const end = () => {
		begun.settled = true;
		const left = (underWay.get(client) ?? 1) - 1;
		if (left === 0) underWay.delete(client);
		else underWay.set(client, left);
	};
	answer.then(end, () => {
		end();
		forget();
	});
	return begun;
}

/** Waits, unless the one who asked leaves: with the last of them the work ends. */
async function waitedFor(found: Kept, waiting: Asker | undefined, forget: () => void): Promise<AnyAnswer> {
	found.waiting += 1;
	const leave = () => {
		found.waiting -= 1;
		if (found.waiting > 0 || found.settled) return;
		forget();
		found.stop.abort();
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
