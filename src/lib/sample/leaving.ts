import type { Scenario } from './scenario.ts';

type Leaving = Scenario['leaving'];
export type Cause = keyof Leaving;

type Recorded = { readonly session: number; readonly first: number | null; readonly recent: number | null };

/** Why, if at all, an episode ends after this session. Sees nothing but the pain that was written down. */
export function causeOfLeaving({ anyway, recovered, gaveUp }: Leaving, { session, first, recent }: Recorded, u: number): Cause | null {
	if (u < anyway.chance) return 'anyway';
	if (first === null || recent === null) return null;
	const chanceRecovered = recovered.chance / (1 + Math.exp((recent - recovered.halfAt) / recovered.width));
	if (u < anyway.chance + chanceRecovered) return 'recovered';
	const unimproved = session >= gaveUp.fromSession && first - recent < gaveUp.improvedLessThan;
	return unimproved && u < anyway.chance + chanceRecovered + gaveUp.chance ? 'gaveUp' : null;
}
