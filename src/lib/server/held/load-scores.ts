import type { Database } from '../warehouse/database.ts';
import { numberColumns } from '../warehouse/number-columns.ts';
import type { HeldScores } from './held-courses.ts';
import scoresSql from './sql/scores.sql?raw';

type Recorded = Readonly<{ measure: string; values: readonly number[]; count: number }>;

/** Reads the scores of a measure: so many, of these values in ascending order. */
export async function loadScores(db: Database, episodes: number, { measure, values, count }: Recorded): Promise<HeldScores> {
	const codeOf = new Map(values.map((value, code) => [value, code]));
	const starts = new Uint32Array(episodes + 1);
	const sessions = new Uint16Array(count);
	const codes = new Uint16Array(count);
	let [next, last, lastSession] = [0, 0, 0];
	await numberColumns(db, scoresSql, { measure }, (scores, column) => {
		const [episodeKey, sessionNumber, score] = [column(0), column(1), column(2)];
		for (let row = 0; row < scores; row += 1) {
			const episode = episodeKey(row);
			const session = sessionNumber(row);
			if (episode < last || (episode === last && session <= lastSession)) throw new Error(`scores must stand by episode and session: episode ${episode} after ${last}`);
			if (episode > last) starts.fill(next, last, episode);
			sessions[next] = session;
			codes[next] = codeOf.get(score(row)) ?? 0;
			[last, lastSession] = [episode, session];
			next += 1;
		}
	});
	if (next !== count || last > episodes) throw new Error(`there must be ${count} scores of ${episodes} episodes: ${next} up to episode ${last}`);
	starts.fill(next, last);
	return { starts, sessions, codes, values: Float64Array.from(values) };
}
