import { randomEffects, type StudyEstimate } from '#lib/statistics/random-effects.ts';
import type { RawComparisonGroup } from './comparison.server.ts';
import type { Comparison, Pooled, PooledDifference } from './result.ts';

type Shown = Readonly<{ group: RawComparisonGroup; comparison: Comparison }>;

/** The differences of the conditions that compare the same two protocols, pooled; conditions without a shown difference stay out. */
export function poolPairs(shown: readonly Shown[]): Pooled[] {
	const compared = shown.flatMap(({ group, comparison }) => {
		if (comparison.refusal !== null || group.pair === null || 'reason' in group.compared) return [];
		return [{ condition: group.condition, first: group.pair[0], second: group.pair[1], estimates: group.compared }];
	});
	const pairs = new Map(compared.map((each) => [JSON.stringify([each.first, each.second]), each]));
	return [...pairs.values()].flatMap(({ first, second }) => {
		const members = compared.filter((each) => each.first === first && each.second === second);
		if (members.length < 2) return [];
		const conditions = members.map(({ condition }) => condition);
		return [{ first, second, conditions, ancova: pool(members.map(({ estimates }) => estimates.ancova)), weighted: pool(members.map(({ estimates }) => estimates.weighted)) }];
	});
}

function pool(studies: readonly StudyEstimate[]): PooledDifference | null {
	const pooled = randomEffects(studies);
	if ('reason' in pooled) return null;
	const { estimate, lower, upper, tau2, i2, q, df } = pooled;
	return { estimate, lower, upper, tau: Math.sqrt(tau2), i2, q, df };
}
