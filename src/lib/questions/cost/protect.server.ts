import { fewPatients } from '#lib/server/disclosure/few-patients.ts';
import { withheldRows } from '#lib/server/disclosure/withheld-rows.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import { meanAndSpread, withheldMean } from '../mean-and-spread.ts';
import { visitShare } from '../visit-share.ts';
import type { RawCost, RawEpisode, RawPair, RawResponder, RawSession } from './cost.server.ts';
import { perExtraResponder, withheldPair } from './per-extra-responder.ts';
import { perResponder, withheldResponder } from './per-responder.ts';
import { priceRange } from './price-range.ts';
import type { CostResult, Coverage, ResponderCost, SessionCost, Spread } from './result.ts';

/** Costs without what rests on fewer patients than `minimumCell`, nor what would give that away among the protocols or payers. */
export function protect({ coverage, threshold, sessions, episodes, responders, pairs }: RawCost, minimumCell: number): CostResult {
	const hiddenEpisodes = withheldRows(episodes, places, ({ patients }) => patients < minimumCell, minimumCell);
	const shownResponders = protectResponders(responders, minimumCell);
	return {
		coverage: coverageOf(coverage, minimumCell),
		threshold,
		priceRange,
		sessions: protectSessions(sessions, minimumCell),
		episodes: episodes.map((row) => spreadOf(row, hiddenEpisodes.has(row))),
		responders: shownResponders,
		pairs: pairs.map((row) => (armsAreShown(row, shownResponders) ? perExtraResponder(row) : withheldPair(row))),
	};
}

function protectSessions(sessions: readonly RawSession[], minimumCell: number): SessionCost[] {
	const hidden = withheldRows(sessions, places, ({ patients }) => patients < minimumCell, minimumCell);
	const unsafe = (row: RawSession) => hidden.has(row) || fewPatients(row.withinPatients, minimumCell) || fewPatients(row.outsidePatients, minimumCell);
	const hiddenShares = withheldRows(sessions, places, unsafe, minimumCell);
	return sessions.map((row) => {
		const told = !hidden.has(row) && !hiddenShares.has(row) && row.currency === priceRange.currency;
		return { ...spreadOf(row, hidden.has(row)), withinRange: told ? visitShare({ ...row, squares: row.countSquares }, wilsonInterval) : null };
	});
}

function protectResponders(responders: readonly RawResponder[], minimumCell: number): ResponderCost[] {
	const unsafe = ({ patients, responderPatients, otherPatients }: RawResponder) =>
		patients < minimumCell || [responderPatients, otherPatients].some((each) => fewPatients(each, minimumCell));
	const hidden = withheldRows(responders, places, unsafe, minimumCell);
	return responders.map((row) => (hidden.has(row) ? withheldResponder(row) : perResponder(row)));
}

function armsAreShown({ currency, protocol, against }: RawPair, responders: readonly ResponderCost[]): boolean {
	const isShown = (name: string) => responders.some((row) => row.part === 'protocol' && row.currency === currency && row.name === name && !row.suppressed);
	return isShown(protocol) && isShown(against);
}

function coverageOf({ episodes, patients, complete, completePatients, incompletePatients, judged, judgedPatients, unjudgedPatients }: RawCost['coverage'], minimumCell: number): Coverage {
	const few = patients < minimumCell;
	const fewComplete = few || fewPatients(completePatients, minimumCell) || fewPatients(incompletePatients, minimumCell);
	const fewJudged = fewComplete || fewPatients(judgedPatients, minimumCell) || fewPatients(unjudgedPatients, minimumCell);
	return { episodes: few ? null : episodes, complete: fewComplete ? null : complete, judged: fewJudged ? null : judged };
}

function spreadOf(row: RawEpisode, hidden: boolean): Spread {
	const { currency, part, name } = row;
	return { currency, part, name, ...(hidden ? withheldMean : meanAndSpread(row)) };
}

function places({ currency, part }: Readonly<{ currency: string; part: string }>): string {
	return `${currency} ${part}`;
}
