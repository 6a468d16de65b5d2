import type { Drawings, Reading, Table } from '#lib/charts/drawing.ts';
import { onSameAxes } from '#lib/charts/same-axes.server.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { address, labelOf } from '#lib/components/filter-bar.ts';
import type { Filters } from '#lib/questions/answer.ts';
import { areApart } from '#lib/questions/compared-filters.ts';
import { listFilters } from '#lib/questions/filters.ts';
import { besideTable } from '#lib/questions/overview/beside-table.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { answer } from '#lib/server/answer.ts';

type Figure = Readonly<{ title: string; source: string; notes: readonly string[]; drawings: Drawings; readings: readonly Reading[]; unit?: string; table: Table }>;
type Group = Readonly<{ filters: Filters; sentence: string; figures: readonly Figure[] }>;
type About = Readonly<{ records: Pick<RecordsResult, 'vocabulary'>; measure: Measure }>;

/** Two groups beside one another: their first numbers, and each figure of both on the same axes. */
export async function beside({ warehouse }: App.Locals, groups: readonly [Group, Group], { records: { vocabulary }, measure }: About) {
	const overviews = await Promise.all(groups.map(({ filters }) => answer(warehouse, 'overview', { ...filters, by: null, axis: null, delta: null, rebase: null })));
	const [first, second] = [overviews[0]?.filters ?? groups[0].filters, overviews[1]?.filters ?? groups[1].filters];
	const names = [groupName(first, second, vocabulary), groupName(second, first, vocabulary)].map((name, index) => ({ letter: letters[index] ?? '', name }));
	return {
		names,
		sentences: groups.map(({ sentence }) => sentence),
		care: [areApart(first, second) ? 'No episode is in both groups.' : 'Some episodes may be in both groups.', 'The groups are shown as they are. Their patients differ, and nothing here is adjusted for that: a difference between the groups is no effect of what tells them apart.'],
		adjusted: adjustedLink(first, second),
		table: besideTable(
			overviews.map(({ all }, index) => ({ name: `${letters[index]}: ${names[index]?.name}`, overview: all })),
			measure,
		),
		pairs: pairsOf(groups.map(({ figures }) => figures)),
	};
}

const letters = ['A', 'B'] as const;

/** What tells a group apart from the other. */
function groupName(filters: Filters, other: Filters, vocabulary: RecordsResult['vocabulary']): string {
	const parts = listFilters
		.filter(({ property }) => filters[property].join('\n') !== other[property].join('\n'))
		.map(({ property, label }) => (filters[property].length === 0 ? `any ${label.toLowerCase()}` : filters[property].map((value) => labelOf(vocabulary[property], value)).join(' or ')));
	return parts.length === 0 ? 'the same filters' : parts.join(', ');
}

/** Where the two are compared for patients who are alike in what is recorded. */
function adjustedLink(first: Filters, second: Filters) {
	const protocols = [...new Set([...first.protocol, ...second.protocol])];
	if (first.protocol.length === 1 && second.protocol.length === 1 && protocols.length === 2) return { text: 'These protocols for patients alike in what is recorded', href: address('/protocols', { ...first, protocol: protocols }) };
	if (first.clinic.join('\n') !== second.clinic.join('\n') || first.therapist.join('\n') !== second.therapist.join('\n')) return { text: 'Clinics and therapists beside what their patients would lead one to expect', href: address('/variation', { ...first, clinic: [], therapist: [] }) };
	return { text: 'Protocols compared for patients alike in what is recorded', href: address('/protocols', { ...first, protocol: [] }) };
}

/** Figures by their place where there are as many of each, else by their title; null where a group has none. */
function pairsOf([first = [], second = []]: readonly (readonly Figure[])[]) {
	const titles = [...new Set([...first, ...second].map(({ title }) => title))];
	const pairs: readonly (readonly (Figure | undefined)[])[] = first.length === second.length ? first.map((figure, index) => [figure, second[index]]) : titles.map((title) => [first, second].map((figures) => figures.find((each) => each.title === title)));
	return pairs.map((pair) => {
		const shown = pair.filter((figure) => figure !== undefined);
		const drawn = onSameAxes(shown.map(({ drawings }) => drawings.narrow));
		const sides = pair.map((figure) => (figure === undefined ? null : { ...figure, drawings: { wide: null, narrow: drawn[shown.indexOf(figure)] ?? figure.drawings.narrow } }));
		return { title: shown[0]?.title ?? '', sides };
	});
}
