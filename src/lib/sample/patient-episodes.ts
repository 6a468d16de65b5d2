import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { between, happens, normal } from './draw.ts';
import { episode, type Episode, type Start } from './episode.ts';
import { patientGenerator } from './patient-generator.ts';
import type { Plan } from './plan.ts';

/** One patient's one or two episodes: a pure function of the plan, the seed and the patient's number. */
export function patientEpisodes(plan: Plan, seed: number, patientNumber: number): Episode[] {
	const generator = patientGenerator(seed, patientNumber);
	const { patientPrefix, weeklyDistanceKm } = plan.scenario;
	const patient = {
		id: `${patientPrefix}${seed}-${String(patientNumber).padStart(6, '0')}`,
		sex: plan.sex(generator),
		ageBand: plan.ageBand(generator),
		weeklyDistanceKm: Math.min(weeklyDistanceKm.most, Math.round(weeklyDistanceKm.median * Math.exp(weeklyDistanceKm.logSd * normal(generator)))),
	};
	const setting = plan.setting(generator);
	const side = plan.side(setting.condition, generator);
	const day = between(generator, { from: 0, to: plan.lastStart });
	const first = { patient, number: 1, setting, side, day };
	const second = secondStart(plan, generator, first);
	return (second === null ? [first] : [first, second]).map((start) => episode(plan, generator, start));
}

/** Counted from the first episode's start, not its end, so that it tells nothing of the pain in between. */
function secondStart(plan: Plan, generator: RandomGenerator, { patient, setting, side, day: firstDay }: Start): Start | null {
	const { chance, otherSide, otherSideDays, sameSideDays } = plan.scenario.secondEpisode;
	if (!happens(generator, chance)) return null;
	const other = happens(generator, otherSide) ? setting.condition.sides.find(({ value }) => value === side)?.other : undefined;
	const day = firstDay + between(generator, other === undefined ? sameSideDays : otherSideDays);
	return day > plan.lastStart ? null : { patient, number: 2, setting: plan.settingAgain(setting, generator), side: other ?? side, day };
}
