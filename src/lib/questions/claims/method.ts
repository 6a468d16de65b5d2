import type { Method } from '../answer.ts';

export const method: Method = {
	text: [
		'Each factual sentence of an article is a claim: the question that tests it, and the range of values that would bear it out. The range is part of the claim, and should be set down before the numbers are looked at.',
		'Supported: the whole 95 % interval lies within the range. Not supported: the whole interval lies outside. Too few data: the interval reaches over an edge of the range, or too few patients stand behind the number. Not testable: the records do not hold what the sentence is about; the claim says what would be needed.',
		'A sentence with several figures is supported where all of them are, and not supported where one is not.',
		'The verdicts of each snapshot are kept, so that it can be told since when one has stood, and what was before. A claim that is edited starts anew, as the range is part of it.',
		'The sentence that may be printed carries the number, its interval and its base. Records without a comparison describe what was done and what patients reported; sentences that say what the treatment does are not written from them.',
	],
	formula: ['supported if from ≤ lower and upper ≤ to; not supported if upper < from or lower > to'],
	citations: [
		'Federal Trade Commission. Health Products Compliance Guidance. December 2022',
		'von Elm E et al. The STROBE statement. PLoS Med 2007;4:e296',
	],
	sql: [],
};
