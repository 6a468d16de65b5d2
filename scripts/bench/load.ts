import { Agent, get } from 'node:http';
import { latency, milliseconds, type Latency } from './latency.ts';

/** So many clients at once, each asking again as soon as it has its answer. */
export type Load = Latency & Readonly<{ clients: number; perSecond: number }>;

export async function loaded(clients: number, seconds: number, url: string): Promise<Load> {
	const taken: number[] = [];
	const began = performance.now();
	const end = began + seconds * 1000;
	const client = async () => {
		while (performance.now() < end) taken.push(await milliseconds(() => answeredBy(url)));
	};
	await Promise.all(Array.from({ length: clients }, client));
	return { ...latency(taken), clients, perSecond: (taken.length * 1000) / (performance.now() - began) };
}

const agent = new Agent({ keepAlive: true });

/** Takes all bytes of an answer, packed as a browser gets them, and leaves them packed: what takes time is the server. Throws where it is no answer. */
export async function answeredBy(url: string): Promise<void> {
	const status = await new Promise<number>((resolve, reject) => {
		const asked = get(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
			response.once('error', reject).once('end', () => resolve(response.statusCode ?? 500));
			response.resume();
		});
		asked.once('error', reject);
	});
	if (status >= 400) throw new Error(`${url}: ${status}`);
}
