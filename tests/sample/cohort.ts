import json from '#data/sample/scenario.json' with { type: 'json' };
import type { Episode } from '#lib/sample/episode.ts';
import { patientEpisodes } from '#lib/sample/patient-episodes.ts';
import { plan } from '#lib/sample/plan.ts';
import { sampleFile, type SampleOptions, type Tally } from '#lib/sample/sample-file.ts';
import { parseScenario } from '#lib/sample/scenario.ts';

export const scenario = parseScenario(json);

export function cohort({ patients, complete = false, seed = 1 }: { patients: number; complete?: boolean; seed?: number }): Episode[] {
	const laidOut = plan(scenario, { complete });
	return Array.from({ length: patients }, (_, index) => patientEpisodes(laidOut, seed, index + 1)).flat();
}

export function written(options: Partial<SampleOptions> = {}): { text: string; tally: Tally } {
	const pieces = sampleFile(scenario, { patients: 300, seed: 1, bad: 0, complete: false, delimiter: ',', ...options });
	let text = '';
	for (let piece = pieces.next(); ; piece = pieces.next()) {
		if (piece.done) return { text, tally: piece.value };
		text += piece.value;
	}
}
