import { AsyncLocalStorage } from 'node:async_hooks';

const answering = new AsyncLocalStorage<boolean>();

/** Answers a request; `held` says that the answer is a page, which holds its drawings. Else they are asked for as data. */
export function holding<Answer>(held: boolean, answer: () => Answer): Answer {
	return answering.run(held, answer);
}

export function isHeldByPage(): boolean {
	return answering.getStore() ?? false;
}
