import { AsyncLocalStorage } from 'node:async_hooks';

const languages = new AsyncLocalStorage<string | undefined>();

/** Answers somebody who reads numbers and days as they are written in `language`. */
export function answeringIn<Answer>(language: string, answer: () => Answer): Answer {
	return languages.run(language, answer);
}

/** Works out what is kept for all readers, on behalf of one of them. */
export function answeringAll<Answer>(answer: () => Answer): Answer {
	return languages.run(undefined, answer);
}

/** The language of the one who is being answered; undefined where nobody is. */
export function readerNow(): string | undefined {
	return languages.getStore();
}
