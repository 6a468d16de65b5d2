import { forLater } from '#lib/server/asker.ts';

/** A part of a page that follows what is shown first: with it where the page is asked for whole, when it is ready where it is asked for as data. */
export type Later<Part> = Readonly<{ part: Part | Promise<Part> }>;

/** What `work` gives; `first` is what it comes after, null where the page is asked for whole. */
export async function later<Part>(first: Promise<unknown> | null, work: () => Promise<Part>): Promise<Later<Part>> {
	return { part: first === null ? await work() : afterwards(first, work) };
}

/** What `work` gives, begun when what comes first is on its way. */
export function afterwards<Part>(first: Promise<unknown> | null, work: () => Promise<Part>): Promise<Part> {
	const part = first === null ? work() : first.then(async () => new Promise((resolve) => setImmediate(resolve))).then(async () => forLater(work));
	// where the page fails before any of it is sent, nobody asks for its parts
	part.catch(() => undefined);
	return part;
}
