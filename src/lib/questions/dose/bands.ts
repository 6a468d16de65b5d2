/** Sessions per episode that the article states whose claims this dashboard checks: "two to seven sessions over a few weeks". */
export const statedCourse = { from: 2, to: 7 } as const;

/** Bands of sessions per episode in which the change is shown; a change takes two sessions. The last band is open. */
export const bands: readonly Readonly<{ first: number; last: number | null }>[] = [
	{ first: 2, last: 3 },
	{ first: 4, last: 5 },
	{ first: 6, last: 7 },
	{ first: 8, last: 10 },
	{ first: 11, last: null },
];
