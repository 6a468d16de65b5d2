/** What was known of an episode when it began; `baseline` is a share of the range of the measure. */
export type CaseMix = Readonly<{ condition: string; chronicity: string; sex: string; ageBand: string; baseline: number }>;

/** Fewer episodes than this (of either outcome, where there are two) do not support a level of their own. */
const fewest = 10;

const factors = ['condition', 'chronicity', 'sex', 'ageBand'] as const;

/**
 * Predictors of a regression, a row each: 1, the baseline and its square about the middle of the range, and an indicator
 * for each level of each factor but its commonest. `support` counts each row's episodes, by outcome where there are two; levels
 * that lack it are joined, and left with the commonest where that is not enough either.
 */
export function caseMixPredictors(rows: readonly (CaseMix & Readonly<{ support: readonly number[] }>)[]): number[][] {
	const indicators = factors.flatMap((factor) => ownLevels(rows.map((row) => ({ level: row[factor], support: row.support }))).map((levels) => ({ factor, levels })));
	return rows.map((row) => {
		const baseline = row.baseline - 0.5;
		return [1, baseline, baseline ** 2, ...indicators.map(({ factor, levels }) => (levels.has(row[factor]) ? 1 : 0))];
	});
}

function ownLevels(rows: readonly Readonly<{ level: string; support: readonly number[] }>[]): ReadonlySet<string>[] {
	const levels = [...new Set(rows.map(({ level }) => level))].sort();
	const least = (names: ReadonlySet<string>) => {
		const among = rows.filter(({ level }) => names.has(level));
		const outcomes = among[0]?.support ?? [0];
		return Math.min(...outcomes.map((_, outcome) => among.reduce((total, { support }) => total + (support[outcome] ?? 0), 0)));
	};
	const sized = levels.map((level) => ({ level, least: least(new Set([level])) }));
	const supported = sized.filter((each) => each.least >= fewest).sort((a, b) => b.least - a.least);
	const rest = new Set(sized.filter((each) => each.least < fewest).map(({ level }) => level));
	const own = supported.slice(1).map(({ level }) => new Set([level]));
	return supported.length > 0 && least(rest) >= fewest ? [...own, rest] : own;
}
