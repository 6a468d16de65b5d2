import { z } from 'zod';
import { rows, type Database } from '../warehouse/database.ts';
import type { Stamp } from '../warehouse/stamp.ts';
import type { HeldCourses, HeldScores } from './held-courses.ts';
import { loadEpisodes } from './load-episodes.ts';
import { loadScores } from './load-scores.ts';
import measuresSql from './sql/measures.sql?raw';

const measureRow = z.object({ measure: z.string(), values: z.array(z.number()), count: z.number() });

/** Bytes of an episode with what is kept of cohorts, of its place among the scores of a measure, and of a score, roughly. */
const bytes = { episode: 36, place: 4, score: 4 } as const;

/** The codes of a measure with more values would not fit. */
const mostValues = 2 ** 16;

/** Reads what is held of a snapshot; undefined where that is more than `limit` bytes. Throws where the records do not stand as they are held. */
export async function loadCourses(db: Database, { episodes }: Pick<Stamp, 'episodes'>, limit: number): Promise<HeldCourses | undefined> {
	const measures = await rows(db, measureRow, measuresSql);
	const needed = measures.reduce((sum, { count }) => sum + episodes * bytes.place + count * bytes.score, episodes * bytes.episode);
	if (needed > limit) return undefined;
	const none: HeldScores = { starts: new Uint32Array(episodes + 1), sessions: new Uint16Array(), codes: new Uint16Array(), values: new Float64Array() };
	const scores = new Map<string, HeldScores | undefined>();
	for (const each of measures) scores.set(each.measure, each.values.length > mostValues ? undefined : await loadScores(db, episodes, each));
	return { episodes, ...(await loadEpisodes(db, episodes)), scoresOf: (measure) => (scores.has(measure) ? scores.get(measure) : none) };
}
