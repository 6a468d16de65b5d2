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

/** Reads an answer to its end. Throws where it is not one. */
export async function answeredBy(url: string): Promise<void> {
	const response = await fetch(url, { redirect: 'manual' });
	await response.arrayBuffer();
	if (response.status >= 400) throw new Error(`${url}: ${response.status}`);
}
