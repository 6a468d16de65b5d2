import { z } from 'zod';
import studies from '#data/published/adverse-events.json' with { type: 'json' };
import vocabulary from '#data/published/adverse-event-words.json' with { type: 'json' };
import type { Published } from './result.ts';

const study = z.strictObject({
	id: z.string(),
	citation: z.string(),
	design: z.string(),
	sessions: z.number().int().positive(),
	rates: z.array(z.strictObject({ kind: z.string(), percent: z.number().min(0).max(100), below: z.boolean().default(false) })),
});
const words = z.strictObject({
	none: z.array(z.string()),
	kinds: z.array(z.strictObject({ kind: z.string(), label: z.string(), words: z.array(z.string()) })),
});

const read = z.strictObject({ studies: z.array(study) }).parse(studies);
const { none, kinds } = words.parse(vocabulary);

/** What files say where nothing happened. */
export const nothingHappened = none;

/** What a file may call each kind of event that studies count. */
export const kindWords = kinds.flatMap(({ kind, words: named }) => named.map((word) => ({ kind, word })));

export const kindCitations = read.studies.map(({ citation }) => citation);

/** The rates that studies published, one a study and kind. */
export const publishedRates: readonly Published[] = read.studies.flatMap(({ id, citation, sessions, rates }) =>
	rates.map((rate) => ({ study: id, citation, treatments: sessions, label: kindLabel(rate.kind), ...rate })),
);

/** The label of a kind; the file's own words for one that no study counts. */
export function kindLabel(kind: string): string {
	return kinds.find((each) => each.kind === kind)?.label ?? kind.replaceAll('-', ' ');
}
