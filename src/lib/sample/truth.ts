import { normalDistribution } from '#lib/statistics/normal-distribution.ts';
import { latentMean, latentSd } from './latent-pain.ts';
import type { Scenario } from './scenario.ts';
import { settings, type Setting } from './settings.ts';

/** By session number, the first at index 0. */
export type Curve = { readonly means: readonly number[]; readonly sds: readonly number[] };

type OfProtocol = Curve & {
	readonly protocol: string;
	/** of the condition's episodes */
	readonly share: number;
	/** means had every patient of the condition been treated so, by the same therapists */
	readonly meansIfAll: readonly number[];
};

type OfCondition = Curve & {
	readonly condition: string;
	/** of all episodes */
	readonly share: number;
	readonly protocols: readonly OfProtocol[];
};

export type TrueCourse = Curve & { readonly conditions: readonly OfCondition[] };

/** The score that would have been recorded on average had nobody left, exact but for the normal distribution function's error. */
export function trueCourse(scenario: Scenario): TrueCourse {
	const all = settings(scenario);
	const conditions = scenario.conditions.map((condition) => {
		const own = all.filter((setting) => setting.condition === condition);
		return { condition: condition.id, share: total(own), ...curve(scenario, own), protocols: ofProtocols(scenario, own) };
	});
	return { ...curve(scenario, all), conditions };
}

function ofProtocols(scenario: Scenario, ofCondition: readonly Setting[]): OfProtocol[] {
	return scenario.protocols.flatMap((protocol) => {
		const own = ofCondition.filter((setting) => setting.protocol === protocol);
		if (own.length === 0) return [];
		const everybody = ofCondition.map((setting) => ({ ...setting, protocol }));
		return [{ protocol: protocol.id, share: total(own) / total(ofCondition), ...curve(scenario, own), meansIfAll: curve(scenario, everybody).means }];
	});
}

function curve({ pain, sessions }: Scenario, mix: readonly Setting[]): Curve {
	const numbers = Array.from({ length: sessions.most }, (_, index) => index + 1);
	const moments = numbers.map((session) => {
		const sd = latentSd(pain, session, sessions.most);
		const each = mix.map((setting) => ({ share: setting.share, ...recordedMoments(pain, latentMean(setting, session), sd) }));
		const average = (of: (moment: { mean: number; square: number }) => number) => each.reduce((sum, one) => sum + one.share * of(one), 0) / total(mix);
		const mean = average((one) => one.mean);
		return { mean, sd: Math.sqrt(average((one) => one.square) - mean ** 2) };
	});
	return { means: moments.map(({ mean }) => mean), sds: moments.map(({ sd }) => sd) };
}

/** First two moments of a normal value rounded to whole points and held within the scale: sums of P(score ≥ j). */
function recordedMoments({ minimum, maximum }: Scenario['pain'], mean: number, sd: number): { mean: number; square: number } {
	let first = minimum;
	let second = minimum ** 2;
	for (let score = minimum + 1; score <= maximum; score++) {
		const reached = normalDistribution((mean - score + 0.5) / sd);
		first += reached;
		second += (score ** 2 - (score - 1) ** 2) * reached;
	}
	return { mean: first, square: second };
}

function total(mix: readonly Setting[]): number {
	return mix.reduce((sum, { share }) => sum + share, 0);
}
