import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Writes records as JSON lines, one after another, and counts them; a text is a line of JSON already. */
export async function writeRecords(records: AsyncIterable<unknown>, to: string): Promise<number> {
	let count = 0;
	async function* counted(): AsyncGenerator<unknown> {
		for await (const record of records) {
			count += 1;
			yield record;
		}
	}
	await pipeline(lines(counted()), createWriteStream(to));
	return count;
}

async function* lines(records: AsyncIterable<unknown>): AsyncGenerator<string> {
	let batch = '';
	for await (const record of records) {
		batch += `${typeof record === 'string' ? record : JSON.stringify(record)}\n`;
		if (batch.length < 65_536) continue;
		yield batch;
		batch = '';
	}
	yield batch;
}
