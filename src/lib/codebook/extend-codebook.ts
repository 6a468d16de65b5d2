import { z } from 'zod';
import { explainIssue } from './explain-issue.ts';
import { inconsistencies } from './inconsistencies.ts';
import { draft, mergeEntry, type Draft } from './merge-entry.ts';
import { codebook, type Codebook } from './schema.ts';

const drafts = z.array(draft).default([]);
const addedCodebook = z.strictObject({
	conditions: drafts,
	protocols: drafts,
	measures: drafts,
	dischargeReasons: drafts,
	bodyRegions: drafts,
	sides: drafts,
	sexes: drafts,
	chronicity: drafts,
});

/**
 * The codebook with a clinic's own files laid over it, in their order. An entry with a known id changes only the properties it
 * names; its synonyms, codes and thresholds join those there are, and `without` lists the terms the entry gives up. Throws an
 * error with a line for each thing that is wrong.
 */
export function extendCodebook(base: Codebook, additions: readonly unknown[]): Codebook {
	const extended = additions.reduce(laidOver, base);
	const problems = inconsistencies(extended);
	return problems.length === 0 ? extended : refuse(problems);
}

function laidOver(base: Codebook, addition: unknown): Codebook {
	const read = addedCodebook.safeParse(addition, { reportInput: true });
	if (!read.success) return refuse(read.error.issues.map((issue) => explainIssue(issue)));
	const added = read.data;
	const merged = {
		conditions: merge(base.conditions, added.conditions),
		protocols: merge(base.protocols, added.protocols),
		measures: onePrimary(merge(base.measures, added.measures), added.measures),
		dischargeReasons: merge(base.dischargeReasons, added.dischargeReasons),
		bodyRegions: merge(base.bodyRegions, added.bodyRegions),
		sides: merge(base.sides, added.sides),
		sexes: merge(base.sexes, added.sexes),
		chronicity: merge(base.chronicity, added.chronicity),
	};
	const checked = codebook.safeParse(merged, { reportInput: true });
	if (checked.success) return checked.data;
	return refuse(checked.error.issues.map((issue) => explainIssue({ ...issue, path: pathInAddition(issue.path, merged, added) })));
}

function merge(base: readonly Draft[], added: readonly Draft[]): readonly Draft[] {
	const known = new Map(base.map((entry) => [entry.id, entry]));
	for (const entry of added) known.set(entry.id, mergeEntry(known.get(entry.id) ?? { id: entry.id }, entry));
	return [...known.values()];
}

/** A clinic's primary measure takes the place of the default one. */
function onePrimary(measures: readonly Draft[], added: readonly Draft[]): readonly Draft[] {
	const own = new Set(added.filter(({ primary }) => primary === true).map(({ id }) => id));
	return own.size === 0 ? measures : measures.map((measure) => ({ ...measure, primary: own.has(measure.id) }));
}

type Drafts = Readonly<Record<keyof Codebook, readonly Draft[]>>;

function pathInAddition(path: readonly PropertyKey[], merged: Drafts, added: Drafts): PropertyKey[] {
	const [, place, ...rest] = path;
	const kind = codebook.keyof().safeParse(path[0]);
	if (!kind.success || typeof place !== 'number') return [...path];
	const id = merged[kind.data][place]?.id;
	return [kind.data, added[kind.data].findLastIndex((entry) => entry.id === id), ...rest];
}

function refuse(problems: readonly string[]): never {
	throw new Error(problems.join('\n'));
}
