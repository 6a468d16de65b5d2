import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { between } from './draw.ts';
import { course } from './course.ts';
import type { Plan } from './plan.ts';
import type { BodyRegion } from './scenario.ts';
import type { Setting } from './settings.ts';
import type { Visit } from './visit.ts';

export type Patient = { readonly id: string; readonly sex: string; readonly ageBand: string; readonly weeklyDistanceKm: number };

export type Episode = {
	readonly patient: Patient;
	readonly number: number;
	readonly setting: Setting;
	readonly bodyRegion: BodyRegion;
	readonly side: string;
	readonly payer: string;
	readonly symptomWeeks: number;
	readonly visits: readonly Visit[];
	/** empty where nobody wrote one down, or where care goes on */
	readonly dischargeReason: string;
};

export type Start = { readonly patient: Patient; readonly number: number; readonly setting: Setting; readonly side: string; readonly day: number };

export function episode(plan: Plan, generator: RandomGenerator, { patient, number, setting, side, day }: Start): Episode {
	const bodyRegion = plan.bodyRegion(setting.condition, generator);
	const planned = plan.planned(setting.condition, generator).sessions;
	return {
		patient,
		number,
		setting,
		bodyRegion,
		side,
		payer: plan.payer(generator),
		symptomWeeks: between(generator, setting.chronicity.weeks),
		...course(plan, generator, { setting, bodyRegion, day, planned }),
	};
}
