import { z } from 'zod';
import { normaliseTerm } from './terms.ts';

const thresholdDraft = z.looseObject({ id: z.string(), primary: z.unknown().optional(), conditions: z.array(z.unknown()).optional() });

/** An entry as a clinic writes it: any of the properties of its kind, and in `without` the terms it gives up. */
export const draft = z.looseObject({
	id: z.string(),
	without: z.array(z.string()).optional(),
	synonyms: z.array(z.unknown()).optional(),
	codes: z.record(z.string(), z.array(z.unknown())).optional(),
	thresholds: z.array(thresholdDraft).optional(),
	primary: z.unknown().optional(),
});

export type Draft = z.infer<typeof draft>;
type ThresholdDraft = z.infer<typeof thresholdDraft>;

/** What is added comes first, so that a place in one of its lists is the same place in the merged list. */
export function mergeEntry(base: Draft, { without = [], synonyms, codes, thresholds, ...added }: Draft): Draft {
	const givenUp = new Set(without.map(normaliseTerm));
	const kept = (texts: readonly unknown[] = []) => texts.filter((text) => typeof text !== 'string' || !givenUp.has(normaliseTerm(text)));
	return {
		...base,
		...added,
		...((synonyms || base.synonyms) && { synonyms: union(synonyms, kept(base.synonyms)) }),
		...((codes || base.codes) && { codes: mergeCodes(base.codes, codes, kept) }),
		...((thresholds || base.thresholds) && { thresholds: mergeThresholds(base.thresholds, thresholds) }),
	};
}

function mergeCodes(base: Draft['codes'] = {}, added: Draft['codes'] = {}, kept: (codes?: readonly unknown[]) => unknown[]): Draft['codes'] {
	const systems = Object.keys({ ...added, ...base });
	return Object.fromEntries(systems.map((system) => [system, union(added[system], kept(base[system]))]));
}

/** A clinic's primary threshold takes the place of the one for the same conditions. */
function mergeThresholds(base: readonly ThresholdDraft[] = [], added: readonly ThresholdDraft[] = []): ThresholdDraft[] {
	const own = added.map((threshold) => ({ ...base.find(({ id }) => id === threshold.id), ...threshold }));
	const ids = new Set(own.map(({ id }) => id));
	const taken = new Set(own.filter(({ primary }) => primary === true).map(scope));
	const rest = base.filter(({ id }) => !ids.has(id));
	return [...own, ...rest.map((threshold) => (taken.has(scope(threshold)) ? { ...threshold, primary: false } : threshold))];
}

function scope({ conditions = [] }: ThresholdDraft): string {
	return conditions.map(String).toSorted().join(' ');
}

function union(first: readonly unknown[] = [], second: readonly unknown[] = []): unknown[] {
	return [...new Set([...first, ...second])];
}
