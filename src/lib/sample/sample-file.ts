import { badRows, type BadRow } from './bad-rows.ts';
import { columnNames, lines } from './lines.ts';
import { patientEpisodes } from './patient-episodes.ts';
import { plan } from './plan.ts';
import { plainMeans, type PlainMeans } from './plain-means.ts';
import type { Scenario } from './scenario.ts';

export type SampleOptions = {
	readonly patients: number;
	readonly seed: number;
	readonly bad: number;
	readonly complete: boolean;
	readonly delimiter: string;
};

export type Tally = {
	readonly episodes: number;
	/** good rows, without the header */
	readonly rows: number;
	readonly badRows: readonly BadRow[];
	/** in the order of the scenario's conditions */
	readonly plain: readonly PlainMeans[];
};

const chunkLength = 1 << 16;

/** The file in pieces, made only as fast as they are taken; returns what was in it. */
export function* sampleFile(scenario: Scenario, options: SampleOptions): Generator<string, Tally> {
	const { patients, seed, delimiter, complete } = options;
	const laidOut = plan(scenario, { complete });
	const spoil = badRows(scenario, options);
	const plain = plainMeans(scenario);
	const badOnes: BadRow[] = [];
	let episodes = 0;
	let rows = 0;
	let chunk = `${columnNames.join(delimiter)}\n`;
	for (let patient = 1; patient <= patients; patient++) {
		let last = '';
		for (const episode of patientEpisodes(laidOut, seed, patient)) {
			plain.add(episode);
			episodes++;
			for (last of lines(episode, delimiter)) {
				rows++;
				chunk += last;
			}
		}
		for (const { text, field, value } of spoil(patient, last)) {
			chunk += text;
			badOnes.push({ line: 2 + rows + badOnes.length, field, value });
		}
		if (chunk.length > chunkLength) {
			yield chunk;
			chunk = '';
		}
	}
	if (chunk !== '') yield chunk;
	return { episodes, rows, badRows: badOnes, plain: plain.result() };
}
