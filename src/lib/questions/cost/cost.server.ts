import { z } from 'zod';
import { count } from '#lib/charts/number.ts';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import { oneRow, rows, run } from '#lib/server/warehouse/database.ts';
import type { Asking, Question } from '../question.ts';
import { scoredCoursesParameters, scoredCoursesSql } from '../scored-courses.ts';
import coverageSql from './coverage.sql?raw';
import createEpisodeCostSql from './create-episode-cost.sql?raw';
import episodesSql from './episodes.sql?raw';
import { method } from './method.ts';
import pairsSql from './pairs.sql?raw';
import { priceRange } from './price-range.ts';
import { protect } from './protect.server.ts';
import respondersSql from './responders.sql?raw';
import type { CostResult } from './result.ts';
import sessionsSql from './sessions.sql?raw';
import { table } from './table.ts';

const place = { currency: z.string(), part: z.enum(['all', 'protocol', 'payer']), name: z.string(), n: z.number(), patients: z.number() };
const spread = { mean: z.number(), sd: z.number().nullable(), median: z.number(), q1: z.number(), q3: z.number(), squares: z.number() };
const coverageRow = z.object({
	episodes: z.number(),
	patients: z.number(),
	complete: z.number(),
	completePatients: z.number(),
	incompletePatients: z.number(),
	judged: z.number(),
	judgedPatients: z.number(),
	unjudgedPatients: z.number(),
});
const sessionRow = z.object({ ...place, ...spread, count: z.number(), withinPatients: z.number(), outsidePatients: z.number(), countSquares: z.number() });
const episodeRow = z.object({ ...place, ...spread });
const responderRow = z.object({
	...place,
	responderPatients: z.number(),
	otherPatients: z.number(),
	responders: z.number(),
	responderMean: z.number().nullable(),
	responderSd: z.number().nullable(),
	otherMean: z.number().nullable(),
	otherSd: z.number().nullable(),
	cost: z.number(),
	responded: z.number(),
	costVariance: z.number().nullable(),
	respondedVariance: z.number().nullable(),
	covariance: z.number().nullable(),
});
const pairRow = z.object({
	currency: z.string(),
	protocol: z.string(),
	against: z.string(),
	n: z.number(),
	againstN: z.number(),
	patients: z.number(),
	againstPatients: z.number(),
	ownCost: z.number(),
	againstCost: z.number(),
	ownEffect: z.number(),
	againstEffect: z.number(),
	cost: z.number(),
	effect: z.number(),
	clusters: z.number(),
	costVariance: z.number().nullable(),
	effectVariance: z.number().nullable(),
	covariance: z.number().nullable(),
});

export type RawSession = z.infer<typeof sessionRow>;
export type RawEpisode = z.infer<typeof episodeRow>;
export type RawResponder = z.infer<typeof responderRow>;
export type RawPair = z.infer<typeof pairRow>;

/** Sums with the patients behind each, before any is withheld. */
export type RawCost = Readonly<{
	coverage: z.infer<typeof coverageRow>;
	threshold: string | null;
	sessions: readonly RawSession[];
	episodes: readonly RawEpisode[];
	responders: readonly RawResponder[];
	pairs: readonly RawPair[];
}>;

export const cost: Question<RawCost, CostResult> = { title: 'What a recovered runner costs', method, ask, protect, caveats, table };

async function ask({ db, measure, filters, codebook }: Asking): Promise<RawCost> {
	const conditions = codebook.conditions.filter(({ id }) => filters.condition.length === 0 || filters.condition.includes(id));
	const thresholds = conditionThresholds({ conditions }, measure, filters.threshold);
	await run(db, scoredCoursesSql, scoredCoursesParameters(measure, thresholds));
	await run(db, createEpisodeCostSql);
	const places = new Map(['all', ...codebook.protocols.map(({ id }) => id)].map((name, index) => [name, index]));
	const inOrder = (a: { name: string }, b: { name: string }) => (places.get(a.name) ?? places.size) - (places.get(b.name) ?? places.size);
	const { lowest, highest } = priceRange;
	return {
		coverage: await oneRow(db, coverageRow, coverageSql),
		threshold: [...new Set(thresholds.map(({ label }) => label))].join(', or ') || null,
		sessions: (await rows(db, sessionRow, sessionsSql, { lowest, highest })).sort(inOrder),
		episodes: (await rows(db, episodeRow, episodesSql)).sort(inOrder),
		responders: (await rows(db, responderRow, respondersSql)).sort(inOrder),
		pairs: await rows(db, pairRow, pairsSql),
	};
}

function caveats({ coverage, threshold, sessions }: CostResult, { minimumCell }: Asking): string[] {
	const currencies = new Set(sessions.map(({ currency }) => currency));
	const { episodes, complete, judged } = coverage;
	return [
		'Costs are the recorded prices of sessions: what was charged, not what care cost to give, nor what patients paid or lost otherwise.',
		'Uncontrolled records: patients reported the improvements counted here; some would have come without care, so the cost of a responder is no price of an effect.',
		'Protocols are compared as they were given, to unlike patients: their differences are not what changing the protocol would cost or bring.',
		'Records do not say whether a session stood alone; the share within the price range is of all sessions with a price.',
		...(threshold === null ? ['The measure has no threshold for these conditions, so nobody can be said to have responded.'] : []),
		...(episodes !== null && complete !== null && complete < episodes ? [`${episodes - complete} of ${episodes} episodes lack the price of a visit, or have two currencies, and are left out of costs an episode and a responder.`] : []),
		...(complete !== null && judged !== null && judged < complete ? [`${count(complete - judged)} of ${count(complete)} priced episodes have no first score, or no threshold, and are left out of costs an episode and a responder.`] : []),
		...(currencies.size > 1 ? ['Costs in different currencies are shown side by side and never added.'] : []),
		'Session and episode intervals named “interval” take each as independent; “robust” allows for what one patient’s have in common.',
		`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld.`,
	];
}
