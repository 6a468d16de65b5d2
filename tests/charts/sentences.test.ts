import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { comparisonSentence } from '#lib/questions/comparison/comparison-sentence.ts';
import type { Comparison, Difference } from '#lib/questions/comparison/result.ts';
import { costSentence } from '#lib/questions/cost/cost-sentence.ts';
import type { CostResult } from '#lib/questions/cost/result.ts';
import { prognosisSentence } from '#lib/questions/prognosis/prognosis-sentence.ts';
import type { PrognosisGroup } from '#lib/questions/prognosis/result.ts';
import { responseSentence } from '#lib/questions/response/response-sentence.ts';
import type { ResponseGroup } from '#lib/questions/response/result.ts';
import type { TolerabilityResult } from '#lib/questions/tolerability/result.ts';
import { tolerabilitySentence } from '#lib/questions/tolerability/tolerability-sentence.ts';
import type { VariationFunnel, VariationPoint, VariationResult } from '#lib/questions/variation/result.ts';
import { variationSentence } from '#lib/questions/variation/variation-sentence.ts';
import { lefs, pain } from './rows.ts';

const [first, second] = ['dry-needling-retained', 'dry-needling-pistoning'] as const;
const labelOf = (id: string) => defaultCodebook.protocols.find((each) => each.id === id)?.label ?? '';

describe('the sentence on protocols', () => {
	const side = (protocol: string) => ({ protocol, episodes: 100, n: 100, firstMean: 6, lastMean: 4, effective: 80, middle: 0.9 });
	const compared = (weighted: Difference | null, refusal: string | null = null): Comparison => ({ condition: 'knee-pain', sides: [side(first), side(second)], refusal, unadjusted: null, ancova: null, weighted, eValue: null, balance: [], response: null });
	const about = (comparison: Comparison, measure = pain) => comparisonSentence({ conditions: [comparison], pooled: [] }, defaultCodebook, measure);
	const lower = { estimate: -0.5, lower: -0.9, upper: -0.1 };

	test('names the protocol whose patients reported the better scores, whichever way is better', () => {
		expect(about(compared(lower))).toContain(`patients with “${labelOf(first)}” reported better`);
		expect(about(compared(lower), lefs)).toContain(`patients with “${labelOf(second)}” reported better`);
	});

	test('names no better one where the interval includes zero', () => {
		const said = about(compared({ estimate: -0.2, lower: -0.6, upper: 0.2 }));
		expect(said).toContain('no more than chance');
		expect(said).not.toContain('better');
	});

	test('gives the reason where nothing is compared, and no difference', () => {
		expect(about(compared(null, 'the groups do not overlap'))).toBe('No two protocols can be compared here: the groups do not overlap.');
	});
});

describe('the sentence on clinics and therapists', () => {
	const point = (beyond: VariationPoint['beyond']): VariationPoint => ({ observed: 0.5, expected: 0.5, standardised: { estimate: 0.5, lower: 0.4, upper: 0.6 }, z: 1, zWidened: 1, beyond, shrunken: null });
	const funnel = (...beyond: VariationPoint['beyond'][]): VariationFunnel => ({
		...{ n: 400, overall: 0.5, overDispersion: null, repeated: null, limits: [], correlation: null, notEstimable: null },
		units: beyond.map((each, index) => ({ unit: `unit-${index + 1}`, n: 100, status: 'shown', point: point(each) })),
	});
	const about = (response: VariationFunnel, change: VariationFunnel) => {
		const nobody = { response: funnel(), change: funnel() };
		const result: VariationResult = { threshold: null, minimumEpisodes: 30, clinics: { response, change }, therapists: nobody };
		return variationSentence(result, pain);
	};

	test('names those beyond a limit in the order of the answer, and no other', () => {
		expect(about(funnel('neither', '95', '99.8'), funnel('neither', 'neither', 'neither'))).toContain('Of 3 clinics, beyond the 95\u00a0% limits: unit-2 and unit-3 in the share who responded.');
	});

	test('says so where none is', () => {
		expect(about(funnel('neither', 'neither'), funnel('neither', 'neither'))).toContain('Of 2 clinics none differs beyond chance in response and change');
	});

	test('says of one alone that there is none beside it', () => {
		expect(about(funnel('neither'), funnel('neither'))).toMatch(/^Only one clinic has enough episodes/);
	});

	test('says that there is nothing to compare where nobody has a point', () => {
		expect(about(funnel(), funnel())).toMatch(/^Too few/);
	});
});

describe('the sentence on cost', () => {
	const bounds = { lower: 800, upper: 900 };
	const responder = { currency: 'USD', part: 'all', name: 'all', n: 200, responders: 90, estimate: 842, fieller: bounds, bootstrap: null, notEstimable: null, suppressed: false } as const;
	const nothing: CostResult = { coverage: { episodes: 0, complete: 0, judged: 0 }, threshold: 'at least 30 % less pain', priceRange: { currency: 'USD', lowest: 1, highest: 2, source: '' }, sessions: [], episodes: [], responders: [], pairs: [] };

	test('gives the cost of a responder with its interval, and what a responder is', () => {
		expect(costSentence({ ...nothing, responders: [responder] }, defaultCodebook)).toBe('All care together cost USD\u00a0842 (95\u00a0% interval 800 to 900) for each responder (an episode in which a patient reported at least 30 % less pain).');
	});

	test('gives no number where all are withheld', () => {
		expect(costSentence({ ...nothing, responders: [{ ...responder, estimate: null, suppressed: true }] }, defaultCodebook)).toMatch(/^No cost can be given/);
	});
});

describe('the sentence on soreness and events', () => {
	const hours = { outcome: 'soreness_hours', part: 'all', name: 'all', n: 900, patients: 200, mean: 31.5, interval: null, robust: { lower: 30.7, upper: 32.3 }, median: 26, q1: 16, q3: 42, suppressed: false } as const;
	const nothing: TolerabilityResult = { sessions: 0, patients: 0, spreads: [], contrasts: [], over: [], events: { recorded: 0, notEstimable: 'no visit says', parts: [], kinds: [], withheldKinds: 0, published: [] } };

	test('gives hours with their interval', () => {
		expect(tolerabilitySentence({ ...nothing, spreads: [hours] })).toBe('Soreness after a visit lasted 31.5 hours on average (95\u00a0% interval 30.7 to 32.3).');
	});

	test('gives no number where it is withheld or not recorded', () => {
		expect(tolerabilitySentence({ ...nothing, spreads: [{ ...hours, mean: null, suppressed: true }] })).toMatch(/^Too few visits/);
	});
});

describe('the sentence on response', () => {
	const chance = (estimate: number) => ({ estimate, se: 0.02, lower: estimate - 0.04, upper: estimate + 0.04 });
	const states = { responded: chance(0.6), left: chance(0.15), discharged: chance(0.1), inCare: chance(0.15) };
	const group: ResponseGroup = {
		...{ condition: 'made-up', threshold: 'at least 30 % less pain', scored: 500, able: 480, of: 'able', median: { estimate: 4, lower: 3, upper: 5 }, landmarks: [], atLast: { ofAble: null, ofAll: null }, notEstimable: null },
		points: [{ session: 6, inCare: 100, responded: null, states, suppressed: false }, { session: 7, inCare: null, responded: null, states: null, suppressed: true }],
	};
	const about = (change: Partial<ResponseGroup>) => responseSentence({ groups: [{ ...group, ...change }], comparisons: [] });

	test('gives the session by which half responded, and what became of all by the last session shown', () => {
		expect(about({})).toContain('at least 30 % less pain by session 4 (95\u00a0% interval 3 to 5)');
		expect(about({})).toContain('60\u00a0% (95\u00a0% interval 56 to 64\u00a0%) had responded by session 6, 15\u00a0% had left without a response');
	});

	test('says that half did not respond, and why nothing can be told', () => {
		expect(about({ median: { estimate: null, lower: null, upper: null } })).toContain('Half had not reported');
		expect(about({ notEstimable: 'no threshold' })).toBe('When they responded cannot be told: no threshold.');
		expect(about({ median: null, points: [] })).toMatch(/^Too few patients/);
	});
});

describe('the sentence on prognosis', () => {
	const within = [{ sessions: 4, ifContinued: { estimate: 0.74, lower: 0.65, upper: 0.82 }, asItWent: null, seen: null }];
	const group: PrognosisGroup = { condition: 'made-up', threshold: 'at least 30 % less pain', episodes: 400, of: 'able', landmarks: [{ session: 4, n: 90, within, referral: null, suppressed: false }], reevaluate: null, notEstimable: null };

	test('gives the last chance that is shown where none calls for a second look', () => {
		expect(prognosisSentence({ groups: [group] })).toContain('After 4 sessions without a response, the last that can be shown, the chance of one within the next 4 was still 74\u00a0%');
	});

	test('says when to re-evaluate where there is such a session', () => {
		const reevaluate = { session: 3, n: 90, level: 0.1, within: 4, chance: { estimate: 0.08, lower: 0.06, upper: 0.1 }, certain: false, referred: null, note: 'Of 90 courses, re-evaluate.' };
		expect(prognosisSentence({ groups: [{ ...group, reevaluate }] })).toMatch(/^Of 90 courses that went on after session 3 without a response .* an estimated 8\.0 % .* re-evaluate, consider another diagnosis\./);
	});
});
