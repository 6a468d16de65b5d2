import type { Chronicity, Clinic, Condition, Protocol, Scenario, Therapist } from './scenario.ts';

/** One way in which an episode can come about; `share` is how often. */
export type Setting = {
	readonly share: number;
	readonly clinic: Clinic;
	readonly therapist: Therapist;
	readonly condition: Condition;
	readonly chronicity: Chronicity;
	readonly protocol: Protocol;
};

/** Every setting of the scenario. Episodes are drawn from this list and the truth is its mean, so that the two agree. */
export function settings(scenario: Scenario): Setting[] {
	const { clinics, conditions } = scenario;
	const clinicShares = shares(clinics, (clinic) => clinic.weight);
	return clinicShares.flatMap(({ item: clinic, share: clinicShare }) =>
		shares(conditions, ({ id }) => clinic.conditions[id] ?? 0).flatMap(({ item: condition, share: conditionShare }) =>
			settingsWithin(scenario, clinic, condition, clinicShare * conditionShare),
		),
	);
}

function settingsWithin({ chronicity, protocols }: Scenario, clinic: Clinic, condition: Condition, share: number): Setting[] {
	return shares(clinic.therapists, () => 1).flatMap((therapist) =>
		shares(chronicity, ({ id }) => clinic.chronicity[id] ?? 0).flatMap((stage) =>
			shares(protocols, (protocol) => protocolWeight(protocol, condition, stage.item, therapist.item)).map((protocol) => ({
				share: share * therapist.share * stage.share * protocol.share,
				clinic,
				therapist: therapist.item,
				condition,
				chronicity: stage.item,
				protocol: protocol.item,
			})),
		),
	);
}

function protocolWeight(protocol: Protocol, condition: Condition, stage: Chronicity, therapist: Therapist): number {
	if (protocol.ultrasound && !therapist.ultrasoundCertified) return 0;
	return (condition.protocols[protocol.id]?.weight ?? 0) * (stage.protocols[protocol.id] ?? 1);
}

function shares<Item>(items: readonly Item[], weightOf: (item: Item) => number): { item: Item; share: number }[] {
	const possible = items.filter((item) => weightOf(item) > 0);
	const total = possible.reduce((sum, item) => sum + weightOf(item), 0);
	return possible.map((item) => ({ item, share: weightOf(item) / total }));
}
