import { once } from 'node:events';
import { createServer } from 'node:http';
import * as Plot from '@observablehq/plot';
import { draw } from '#lib/charts/draw.server.ts';
import { visited, type Visit } from './browser.ts';
import { timed, type Latency } from './latency.ts';

/** What the least of charts takes, one of ten rows that stand in the program: to be drawn, and to be seen in a page that holds nothing else. */
export type TenRows = Readonly<{ drawn: Latency; page: Visit }>;

const rows = Array.from({ length: 10 }, (_, row) => ({ session: row + 1, score: 6 - row / 3 }));

export async function tenRows(): Promise<TenRows> {
	const drawn = await timed(50, async () => chart());
	const page = `<!doctype html><html lang="en"><title>Ten rows</title><main>${chart()}</main></html>`;
	const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page)).listen(0, '127.0.0.1');
	await once(server, 'listening');
	try {
		return { drawn, page: await visited(`http://127.0.0.1:${portOf(server.address())}/`, 'main svg[role=img]', 5) };
	} finally {
		server.close();
	}
}

function chart(): string {
	const panel: Plot.PlotOptions = { width: 640, height: 320, marks: [Plot.lineY(rows, { x: 'session', y: 'score' }), Plot.dot(rows, { x: 'session', y: 'score' })] };
	return draw([panel], 'Ten rows').svg;
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
	if (address === null || typeof address === 'string') throw new Error('the page of ten rows has no port');
	return address.port;
}
