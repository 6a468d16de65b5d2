import { percent, percents, plural } from '#lib/charts/number.ts';
import { prognosisSentence } from '#lib/questions/prognosis/prognosis-sentence.ts';
import type { PrognosisResult } from '#lib/questions/prognosis/result.ts';
import type { Said } from './said.ts';

/** The chance of a response after sessions without one: what was seen, without the advice that a therapist takes from it. */
export function prognosisSaid(result: PrognosisResult): Said {
	const again = result.groups[0]?.reevaluate ?? null;
	if (again === null) return { lead: prognosisSentence(result), keyNumbers: [] };
	const { session, n, within, chance } = again;
	const chances = `${percent(chance.estimate)} (95\u00a0% interval ${percents(chance)})`;
	return {
		lead: `Of ${plural(n, 'course', 'courses')} that went on after ${session} sessions without a meaningful improvement, an estimated ${chances} had one within the next ${within}.`,
		keyNumbers: [{ label: `Improved within ${within} more sessions, after ${session} without`, text: `${chances}, n ${n}` }],
	};
}
