import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Answer } from '#lib/questions/answer.ts';
import type { QuestionName, Results } from '#lib/questions/registry.server.ts';
import type { Stamp } from './warehouse/stamp.ts';

type AnyAnswer = Readonly<{ question: string }>;

/** Answers kept for each snapshot; a filtered answer seldom takes more than a few hundred kilobytes. */
const most = 300;

/** Answers are worked out two at a time: more at once makes each slower and none faster. */
const work = pLimit(2);

/** Beyond so many answers in the queue a request is better told to come again. */
const longestQueue = 100;

/** A snapshot never changes, so what was worked out from it holds as long as it does. */
const kept = new WeakMap<Stamp, LRUCache<string, Promise<AnyAnswer>>>();

/** Whether so many answers are waited for that another had better not be asked for now. */
export function isBusy(): boolean {
	return work.pendingCount > longestQueue;
}

/** The answer kept under `key`, else what `make` gives, which is kept; equal requests at the same time wait for one. */
export async function keptAnswer<Name extends QuestionName>(stamp: Stamp, name: Name, key: string, make: () => Promise<Answer<Results[Name]>>): Promise<Answer<Results[Name]>> {
	const answers = kept.get(stamp) ?? new LRUCache<string, Promise<AnyAnswer>>({ max: most });
	kept.set(stamp, answers);
	const found: Promise<AnyAnswer> = answers.get(`${name} ${key}`) ?? work(make);
	answers.set(`${name} ${key}`, found);
	const answer = await found.catch((error: unknown) => {
		answers.delete(`${name} ${key}`);
		throw error;
	});
	if (!isOf(name, answer)) throw new Error(`an answer to ${answer.question} was kept for ${name}`);
	return answer;
}

function isOf<Name extends QuestionName>(name: Name, answer: AnyAnswer): answer is Answer<Results[Name]> {
	return answer.question === name;
}
