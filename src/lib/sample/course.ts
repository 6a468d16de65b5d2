import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { between, happens, uniform } from './draw.ts';
import { latentDeviation, latentMean, recordedScore } from './latent-pain.ts';
import { causeOfLeaving, type Cause } from './leaving.ts';
import type { Plan } from './plan.ts';
import { visit, type Treatment, type Visit } from './visit.ts';

type Course = Treatment & { readonly day: number; readonly planned: number };

/** The visits of one episode, until the plan is done, the patient leaves or the records end. */
export function course(plan: Plan, generator: RandomGenerator, { day: start, planned, ...treatment }: Course): { visits: Visit[]; dischargeReason: string } {
	const { scenario, complete, lastDay } = plan;
	const { pain, missing, sessions } = scenario;
	const deviation = latentDeviation(pain, sessions.most, generator);
	const visits: Visit[] = [];
	const last = complete ? sessions.most : planned;
	let day = start;
	let first: number | null = null;
	let recent: number | null = null;
	let cause: Cause | null = null;
	for (let session = 1; cause === null && day <= lastDay; session++) {
		const latent = latentMean(treatment.setting, session) + deviation(session);
		const isKept = complete || session === 1 || !happens(generator, missing.visit);
		if (isKept) {
			const painBefore = !complete && happens(generator, missing.painBefore) ? null : recordedScore(pain, latent);
			first ??= painBefore;
			recent = painBefore ?? recent;
			visits.push(visit(plan, generator, treatment, { session, day, latent, painBefore }));
		}
		if (session === last) cause = 'planned';
		else if (!complete) cause = causeOfLeaving(scenario.leaving, { session, first, recent }, uniform(generator));
		day += between(generator, sessions.daysApart);
	}
	return { visits, dischargeReason: cause === null ? '' : plan.reason(cause, generator) };
}
