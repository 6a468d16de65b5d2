import { z } from 'zod';

/** One request: when it was sent and answered, in milliseconds, why it failed, and what its answer says of the snapshot that it came from. */
export type Asked = Readonly<{ path: string; sentAt: number; answeredAt: number; unchanged: boolean; failure: string | undefined; told: Told | undefined }>;

/** The snapshot that an answer names, and all of its text; pages name none. */
export type Told = Readonly<{ id: string; sessions: number; episodes: number; answer: string }>;

type Known = Readonly<{ tag: string; told: Told | undefined }>;

const stamped = z.object({ snapshot: z.object({ id: z.string(), sessions: z.number(), episodes: z.number() }) });

/** No reader waits longer. */
const patience = 60_000;

/** So many readers there are; while all of them wait, nothing more is asked. */
const readers = 100;

/** Sends requests at a steady rate until it is stopped, and gives all of them. Half of them ask whether what was had before still holds. */
export function steadyRequests(url: string, paths: readonly string[], perSecond: number): { stop: () => Promise<Asked[]> } {
	const began = performance.now();
	const had = new Map<string, Known>();
	const sent: Promise<Asked>[] = [];
	let waiting = 0;
	let unsent = 0;
	const timer = setInterval(() => {
		const due = ((performance.now() - began) / 1000) * perSecond;
		for (; sent.length + unsent < due && waiting < readers; waiting += 1) {
			const path = paths[sent.length % paths.length] ?? '/';
			const again = Math.floor(sent.length / paths.length) % 2 === 1;
			const asking = ask(url, path, again ? had.get(path) : undefined, (known) => had.set(path, known));
			sent.push(asking.finally(() => (waiting -= 1)));
		}
		unsent = Math.max(unsent, Math.floor(due) - sent.length);
	}, 5);
	return {
		stop: async () => {
			clearInterval(timer);
			return Promise.all(sent);
		},
	};
}

async function ask(url: string, path: string, known: Known | undefined, keep: (known: Known) => void): Promise<Asked> {
	const sentAt = performance.now();
	const ended = ({ unchanged = false, failure, told }: Partial<Asked>): Asked => ({ path, sentAt, answeredAt: performance.now(), unchanged, failure, told });
	try {
		const response = await fetch(`${url}${path}`, { headers: known === undefined ? {} : { 'if-none-match': known.tag }, signal: AbortSignal.timeout(patience) });
		const answer = await response.text();
		if (response.status === 304 && known !== undefined) return ended({ unchanged: true, told: known.told });
		if (response.status !== 200) return ended({ failure: `${path}: ${response.status} ${answer.slice(0, 100)}` });
		const told = path.startsWith('/api/') ? { ...stamped.parse(JSON.parse(answer)).snapshot, answer } : undefined;
		const tag = response.headers.get('etag');
		if (tag !== null) keep({ tag, told });
		return ended({ told });
	} catch (error) {
		return ended({ failure: `${path}: ${String(error instanceof Error ? (error.cause ?? error) : error)}` });
	}
}
