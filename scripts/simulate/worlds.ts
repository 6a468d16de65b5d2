import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { normal, uniform } from '#lib/sample/draw.ts';
import type { Episode } from '#lib/sample/episode.ts';
import { causeOfLeaving } from '#lib/sample/leaving.ts';
import { plan } from '#lib/sample/plan.ts';
import type { Chronicity, Clinic, Scenario } from '#lib/sample/scenario.ts';

/** What cohorts are drawn from; `keeps` leaves episodes out. */
export type World = Readonly<{ scenario: Scenario; keeps?: (episode: Episode, generator: RandomGenerator) => boolean }>;

/** The same, but the records go on for so long that hardly any course is cut off by their end. */
export function endless(scenario: Scenario): World {
	const years = 10;
	return { scenario: { ...scenario, to: `${Number(scenario.to.slice(0, 4)) + years}${scenario.to.slice(4)}` } };
}

/** Nobody leaves and every course has all sessions; scores go missing as before. */
export function staying(scenario: Scenario): World {
	const { leaving, conditions, sessions } = scenario;
	const { anyway, recovered, gaveUp } = leaving;
	return {
		scenario: {
			...endless(scenario).scenario,
			leaving: { ...leaving, anyway: { ...anyway, chance: 0 }, recovered: { ...recovered, chance: 0 }, gaveUp: { ...gaveUp, chance: 0 } },
			conditions: conditions.map((condition) => ({ ...condition, planned: [{ sessions: sessions.most, weight: 1 }] })),
		},
	};
}

/** Those who come back after `session` are the same as ever; from then on nobody leaves. */
export function returning(scenario: Scenario, session: number): World {
	const { planned } = plan(scenario, { complete: false });
	return {
		...staying(scenario),
		keeps({ setting, visits }, generator) {
			let first: number | null = null;
			let recent: number | null = null;
			for (let at = 1; at <= session; at++) {
				const score = visits.find((visit) => visit.session === at)?.painBefore ?? null;
				first ??= score;
				recent = score ?? recent;
				if (causeOfLeaving(scenario.leaving, { session: at, first, recent }, uniform(generator)) !== null) return false;
			}
			const usual = scenario.conditions.find(({ id }) => id === setting.condition.id);
			return usual !== undefined && planned(usual, generator).sessions > session;
		},
	};
}

/** Scores go missing so often that many cohorts cannot tell how each two sessions go together. */
export function sparse(scenario: Scenario): World {
	return { scenario: { ...scenario, missing: { ...scenario.missing, painBefore: 0.7 } } };
}

/** How much more often the better protocol is chosen where symptoms are youngest, and less often where they are oldest. */
const odds = 3;

/** Two protocols of which one works better, and is chosen more often where symptoms are young. */
export function confounded(scenario: Scenario): World {
	const { protocols, conditions, chronicity } = twoProtocols(scenario);
	const better = protocols[0]?.id ?? '';
	return { scenario: { ...scenario, protocols, conditions, chronicity: chronicity.map((stage) => ({ ...stage, protocols: { [better]: oddsOf(stage, chronicity) } })) } };
}

/** The same two protocols drawn by lot among the patients whom overlap weights stand for: by the product of both chances. */
export function byLot(scenario: Scenario): World {
	const { protocols, conditions, chronicity } = twoProtocols(scenario);
	const overlap = (id: string) => {
		const stage = chronicity.find((each) => each.id === id);
		const ratio = stage === undefined ? 1 : oddsOf(stage, chronicity);
		return ratio / (1 + ratio) ** 2;
	};
	return { scenario: { ...scenario, protocols, conditions, chronicity: chronicity.map((stage) => ({ ...stage, protocols: {} })), clinics: scenario.clinics.map((clinic) => overlapping(clinic, overlap)) } };
}

/** Clinics and therapists that do not differ, but in whom they treat. */
export function alike(scenario: Scenario): World {
	return { scenario: withTherapists(scenario, () => 1) };
}

/** Therapists whose patients improve differently, normal about the same mean; `times` as many in each clinic. */
export function unlike(scenario: Scenario, generator: RandomGenerator, times: number): World {
	const many = scenario.clinics.map((clinic) => ({ ...clinic, therapists: Array.from({ length: times }, (_, copy) => clinic.therapists.map((each) => ({ ...each, id: `${each.id}-${copy}` }))).flat() }));
	return { scenario: withTherapists({ ...scenario, clinics: many }, () => Math.max(0.05, 1 + spread * normal(generator))) };
}

const spread = 0.35;

function withTherapists(scenario: Scenario, improvement: () => number): Scenario {
	return { ...scenario, clinics: scenario.clinics.map((clinic) => ({ ...clinic, painShift: 0, therapists: clinic.therapists.map((each) => ({ ...each, improvement: improvement() })) })) };
}

function twoProtocols({ protocols, conditions, chronicity }: Scenario): Pick<Scenario, 'protocols' | 'conditions' | 'chronicity'> {
	const weight = (id: string) => conditions.reduce((sum, condition) => sum + (condition.protocols[id]?.weight ?? 0), 0);
	const commonest = [...protocols].sort((a, b) => weight(b.id) - weight(a.id)).slice(0, 2);
	const [better, other] = commonest.map(({ id }) => id);
	if (better === undefined || other === undefined) throw new Error('the scenario must have two protocols');
	return {
		protocols: commonest,
		conditions: conditions.map((condition) => ({ ...condition, protocols: { [better]: { weight: 1, improvement: 1.25 }, [other]: { weight: 1, improvement: 0.85 } } })),
		chronicity,
	};
}

function oddsOf(stage: Chronicity, all: readonly Chronicity[]): number {
	if (stage.id === all[0]?.id) return odds;
	return stage.id === all.at(-1)?.id ? 1 / odds : 1;
}

function overlapping(clinic: Clinic, overlap: (chronicity: string) => number): Clinic {
	const weights = Object.entries(clinic.chronicity).map(([id, weight]) => ({ id, weight, weighted: weight * overlap(id) }));
	const total = (of: (each: (typeof weights)[number]) => number) => weights.reduce((sum, each) => sum + of(each), 0);
	return { ...clinic, weight: (clinic.weight * total(({ weighted }) => weighted)) / total(({ weight }) => weight), chronicity: Object.fromEntries(weights.map(({ id, weighted }) => [id, weighted])) };
}
