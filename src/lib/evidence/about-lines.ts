import { moment } from '#lib/charts/moment.ts';
import { syntheticWarning } from '#lib/charts/synthetic-warning.ts';
import type { Disclosure, Method, SnapshotStamp } from '#lib/questions/answer.ts';

/** `search` are the filters as the search text of an address, empty for all. */
type Told = Readonly<{ title: string; search: string; snapshot: SnapshotStamp; method: Method & Disclosure; caveats: readonly string[]; sentence?: string }>;

/** What stands beside numbers that leave the dashboard: whom they are of, from which records, how they were made, and what to beware of. */
export function aboutLines({ title, search, snapshot, method, caveats, sentence }: Told): (readonly [label: string, text: string])[] {
	return [
		...(snapshot.synthetic ? [['Synthetic', syntheticWarning] as const] : []),
		['What', title],
		...(sentence === undefined ? [] : [['Sentence', sentence] as const]),
		['Filters', search === '' ? 'none: all episodes' : [...new URLSearchParams(search)].map(([name, value]) => `${name}: ${value}`).join('; ')],
		['Snapshot', `${snapshot.id}, published ${moment(snapshot.publishedAt)}`],
		['Records', `${snapshot.sessions} sessions in ${snapshot.episodes} episodes`],
		['Withheld', `numbers that rest on fewer than ${method.minimumCell} patients`],
		...method.text.map((text) => ['Method', text] as const),
		...method.formula.map((text) => ['Formula', text] as const),
		...caveats.map((text) => ['Beware', text] as const),
		...method.citations.map((text) => ['Citation', text] as const),
	];
}
