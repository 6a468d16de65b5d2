export const verdicts = ['supported', 'not supported', 'too few data', 'not testable'] as const;

export type Verdict = (typeof verdicts)[number];

export type ClaimsResult = Readonly<{
	articles: readonly Readonly<{ title: string; about: string; url: string | null; claims: readonly JudgedClaim[] }>[];
	/** files of the warehouse's own claims that could not be read, and why */
	unread: readonly string[];
}>;

/** A claim with its verdict. `printable` is the sentence that may be printed, null where none may. */
export type Judged = Readonly<{
	id: string;
	sentence: string;
	design: 'description' | 'before-after' | 'comparison';
	verdict: Verdict;
	why: string;
	tests: readonly (Estimated & Readonly<{ verdict: Verdict; from: number | null; to: number | null }>)[];
	beside: readonly Estimated[];
	reading: string | null;
	printable: string | null;
	caveat: string | null;
}>;

/** `history` holds the verdicts on the same claim from snapshot to snapshot, oldest first, this one last; it is empty where filters are in force. */
export type JudgedClaim = Judged & Readonly<{ history: readonly PastVerdict[] }>;

/** What a snapshot's records said of a claim when they were the ones served. */
export type PastVerdict = Readonly<{ snapshot: string; publishedAt: string; verdict: Verdict; tests: readonly PastFigure[] }>;

export type PastFigure = Pick<Estimated, 'label' | 'estimate' | 'lower' | 'upper' | 'n'>;

/** A figure as the question's table gives it; numbers are null where withheld or not there. `search` is its question and filters as a URL has them. */
export type Estimated = Readonly<{
	label: string;
	question: string;
	search: string;
	estimate: number | null;
	lower: number | null;
	upper: number | null;
	n: number | null;
	of: string;
	as: 'percent' | 'number';
	unit: string;
}>;
