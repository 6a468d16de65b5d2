import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { between, happens, normal, uniform } from './draw.ts';
import { recordedScore } from './latent-pain.ts';
import type { Plan } from './plan.ts';
import type { BodyRegion, Condition, Scenario } from './scenario.ts';
import type { Setting } from './settings.ts';

export type Treatment = { readonly setting: Setting; readonly bodyRegion: BodyRegion };

type Attendance = { readonly session: number; readonly day: number; readonly latent: number; readonly painBefore: number | null };

export type Visit = {
	readonly session: number;
	readonly date: string;
	readonly painBefore: number | null;
	readonly painAfter: number | null;
	readonly score: number | null;
	readonly needleCount: number | null;
	readonly retentionMinutes: number | null;
	readonly sorenessPeak: number | null;
	readonly sorenessHours: number | null;
	readonly insertionPain: number | null;
	readonly adverseEvent: string;
};

export function visit({ scenario, complete, dates }: Plan, generator: RandomGenerator, treatment: Treatment, { session, day, latent, painBefore }: Attendance): Visit {
	const { pain, missing, measured, insertionPain, adverseEvents } = scenario;
	const { condition, protocol } = treatment.setting;
	const { needles, retentionMinutes } = protocol;
	const { mean, sd } = pain.reliefAfterSession;
	const soreness = !complete && happens(generator, missing.soreness) ? unknownSoreness : sorenessAfter(treatment, pain, generator);
	return {
		session,
		date: dates[day] ?? '',
		painBefore,
		painAfter: !complete && happens(generator, missing.painAfter) ? null : recordedScore(pain, latent - mean - sd * normal(generator)),
		score: happens(generator, session === 1 ? measured.firstSession : measured.later) ? functionScore(condition, latent, generator) : null,
		needleCount: needles && between(generator, needles),
		retentionMinutes: retentionMinutes && between(generator, retentionMinutes),
		sorenessPeak: soreness.peak,
		sorenessHours: soreness.hours,
		insertionPain: needles && recordedScore(pain, insertionPain.mean + insertionPain.sd * normal(generator)),
		adverseEvent: needles ? adverseEvent(adverseEvents, uniform(generator)) : adverseEvents.none,
	};
}

const unknownSoreness = { peak: null, hours: null };

function sorenessAfter({ setting, bodyRegion }: Treatment, pain: Scenario['pain'], generator: RandomGenerator): { peak: number; hours: number } {
	const { sorenessPeak, sorenessHours } = bodyRegion;
	const peak = recordedScore(pain, setting.protocol.soreness * (sorenessPeak.mean + sorenessPeak.sd * normal(generator)));
	if (peak === 0) return { peak, hours: 0 };
	const { mean, logSd } = sorenessHours;
	return { peak, hours: Math.round(mean * Math.exp(logSd * normal(generator) - logSd ** 2 / 2)) };
}

function functionScore({ measure }: Condition, latent: number, generator: RandomGenerator): number {
	const { atNoPain, perPoint, sd, step, minimum, maximum } = measure;
	const exact = atNoPain + perPoint * latent + sd * normal(generator);
	return Math.min(maximum, Math.max(minimum, step * Math.round(exact / step)));
}

function adverseEvent({ none, events }: Scenario['adverseEvents'], u: number): string {
	let reached = 0;
	for (const { value, chance } of events) {
		reached += chance;
		if (u < reached) return value;
	}
	return none;
}
