import { syntheticWarning } from '#lib/charts/synthetic-warning.ts';
import type { Evidence } from './evidence.ts';
import { reportingFacts, type ReportingFact, type ReportingSources } from './reporting-facts.ts';

/** An item of a reporting guideline. `facts` names what the records can say to it, `authors` says what they cannot. */
export type ReportingItem = Readonly<{ checklist: string; number: string; topic: string; asks: string; facts: readonly ReportingFact[]; authors?: string | undefined }>;

export type Reporting = Readonly<{ citations: Readonly<Record<string, string>>; items: readonly ReportingItem[] }>;

/** The items of the guidelines as Markdown, each with what the records say to it and what is left to the authors. What two items ask for is told once. */
export function reportingText({ citations, items }: Reporting, evidence: Evidence, sources: ReportingSources): string {
	const toldUnder = new Map(items.toReversed().flatMap((item) => item.facts.map((fact) => [fact, item] as const)));
	const said = items.map((item) => {
		const own = item.facts.filter((fact) => toldUnder.get(fact) === item);
		const elsewhere = item.facts.flatMap((fact) => toldUnder.get(fact) ?? []).filter((other) => other !== item);
		return itemText(item, [...own.flatMap((fact) => reportingFacts[fact](evidence, sources)), ...[...new Set(elsewhere)].map((other) => `See ${other.checklist} ${other.number}, ${other.topic.toLowerCase()}.`)]);
	});
	return [
		`# What a report of this has to tell: ${evidence.title}`,
		...(evidence.snapshot.synthetic ? [`**${syntheticWarning}**`] : []),
		'Filled in from the records as far as they go. What only the authors can say is marked so, and has to be added before this is handed in.',
		...said,
		'## Guidelines',
		lines(Object.entries(citations).map(([checklist, citation]) => `${checklist}: ${citation}`)),
	].join('\n\n').concat('\n');
}

function itemText({ checklist, number, topic, asks, authors }: ReportingItem, facts: readonly string[]): string {
	const open = facts.length === 0 ? `The records cannot say this. For the authors: ${authors ?? asks}` : authors === undefined ? '' : `For the authors: ${authors}`;
	return [`## ${checklist} ${number}. ${topic}`, `*${asks}*`, lines(facts), open].filter((part) => part !== '').join('\n\n');
}

function lines(texts: readonly string[]): string {
	return texts.map((text) => `- ${text}`).join('\n');
}
