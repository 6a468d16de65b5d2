import type { Disclosure, Method, SnapshotStamp } from '#lib/questions/answer.ts';
import type { Audience } from '#lib/questions/audience.ts';
import type { Table } from '#lib/questions/question.ts';

/** What evidence is asked for. `search` are the filters as the search text of an address, `figure` is the slug of a figure of that question. */
export type EvidenceSpec = Readonly<{ question: string; search: string; figure: string }>;

/** What the records allow to be said: what was reported, what differed between groups made alike on paper, or what a trial with a draw found. */
export type Design = 'uncontrolled' | 'compared' | 'randomised';

/** A figure with the sentence that it bears out, its numbers, and all that says how far they go; one answer made all of it. */
export type Evidence = Readonly<{
	spec: EvidenceSpec;
	audience: Audience;
	snapshot: SnapshotStamp;
	title: string;
	/** whom it is of: the question and the filters in force, in words */
	subtitle: string;
	design: Design;
	sentence: string;
	/** the numbers of the sentence, one a line */
	keyNumbers: readonly KeyNumber[];
	/** the numbers behind the figure */
	numbers: Table;
	/** the figure as a page, and as a card for social networks; both stand alone. `drawing` is the same without a word around it */
	svg: string;
	card: string;
	drawing: string;
	/** the figure in words, for who cannot see it */
	alt: string;
	/** how to read the figure */
	notes: readonly string[];
	/** how it was made, by which threshold, without which comparison, and from which records */
	fine: readonly string[];
	method: Method & Disclosure;
	caveats: readonly string[];
}>;

export type KeyNumber = Readonly<{ label: string; text: string }>;
