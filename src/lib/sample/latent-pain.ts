import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { normal } from './draw.ts';
import type { Scenario } from './scenario.ts';
import type { Setting } from './settings.ts';

type Pain = Scenario['pain'];

/** Mean latent pain before a session, of all who began in this setting. */
export function latentMean({ clinic, therapist, condition, chronicity, protocol }: Omit<Setting, 'share'>, session: number): number {
	const improvement = therapist.improvement * (condition.protocols[protocol.id]?.improvement ?? 1);
	const fallen = 1 - 2 ** -((session - 1) / (condition.halfway * chronicity.slowing));
	return condition.start + clinic.painShift + chronicity.painShift - condition.fall * improvement * fallen;
}

/** Standard deviation of latent pain about its mean. */
export function latentSd({ interceptSd, changeSd, correlation, residualSd }: Pain, session: number, most: number): number {
	const time = (session - 1) / (most - 1);
	const variance = interceptSd ** 2 + 2 * correlation * interceptSd * changeSd * time + (changeSd * time) ** 2;
	return Math.sqrt(variance + residualSd ** 2);
}

/** How far the latent pain of one episode is from its mean; to be asked for session 1, 2, … in turn. */
export function latentDeviation(pain: Pain, most: number, generator: RandomGenerator): (session: number) => number {
	const first = normal(generator);
	const intercept = pain.interceptSd * first;
	const change = pain.changeSd * (pain.correlation * first + Math.sqrt(1 - pain.correlation ** 2) * normal(generator));
	const renewed = Math.sqrt(1 - pain.persistence ** 2);
	let residual = 0;
	return (session) => {
		const fresh = normal(generator);
		residual = session === 1 ? fresh : pain.persistence * residual + renewed * fresh;
		return intercept + (change * (session - 1)) / (most - 1) + pain.residualSd * residual;
	};
}

export function recordedScore({ minimum, maximum }: Pain, latent: number): number {
	return Math.min(maximum, Math.max(minimum, Math.round(latent)));
}
