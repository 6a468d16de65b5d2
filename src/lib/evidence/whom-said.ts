import { list } from '#lib/charts/number.ts';

type Active = readonly Readonly<{ label: string; value: string }>[];

/** Whom the evidence is of, at the head of a sentence: conditions and protocols by name, other filters with their label. */
export function whomSaid(active: Active): string {
	const valuesOf = (label: string) => active.filter((each) => each.label === label).map(({ value }) => value);
	const [conditions, protocols] = [valuesOf('Condition'), valuesOf('Protocol')];
	const others = [...new Set(active.map(({ label }) => label))].filter((label) => !named.includes(label));
	return [
		conditions.length === 0 ? 'All conditions' : list(conditions),
		...(protocols.length === 0 ? [] : [list(protocols.map((protocol) => `“${protocol}”`))]),
		...others.map((label) => `${label.toLowerCase()} ${list(valuesOf(label))}`),
	].join(', ');
}

/** The period stands at the end of the sentence. */
const named: readonly string[] = ['Condition', 'Protocol', 'Started in'];
