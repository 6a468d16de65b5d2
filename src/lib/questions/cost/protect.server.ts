import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import type { RawCost, RawPair, RawResponder, RawSession } from './cost.server.ts';
import { perExtraResponder, withheldPair } from './per-extra-responder.ts';
import { perResponder, withheldResponder } from './per-responder.ts';
import { shareOf, spreadOf, withheldSpread } from './priced.ts';
import { priceRange } from './price-range.ts';
import type { CostResult, Coverage, ResponderCost, SessionCost } from './result.ts';

/** Costs without what rests on fewer patients than `minimumCell`, nor what would give that away among the protocols or payers. */
export function protect({ coverage, threshold, sessions, episodes, responders, pairs }: RawCost, minimumCell: number): CostResult {
	const hiddenEpisodes = hiddenAmong(episodes, ({ patients }) => patients < minimumCell, minimumCell);
	const shownResponders = protectResponders(responders, minimumCell);
	return {
		coverage: coverageOf(coverage, minimumCell),
		threshold,
		priceRange,
		sessions: protectSessions(sessions, minimumCell),
		episodes: episodes.map((row) => (hiddenEpisodes.has(row) ? withheldSpread(row) : spreadOf(row))),
		responders: shownResponders,
		pairs: pairs.map((row) => (armsAreShown(row, shownResponders) ? perExtraResponder(row) : withheldPair(row))),
	};
}

function protectSessions(sessions: readonly RawSession[], minimumCell: number): SessionCost[] {
	const hidden = hiddenAmong(sessions, ({ patients }) => patients < minimumCell, minimumCell);
	const unsafe = (row: RawSession) => hidden.has(row) || small(row.withinPatients, minimumCell) || small(row.outsidePatients, minimumCell);
	const hiddenShares = hiddenAmong(sessions, unsafe, minimumCell);
	return sessions.map((row) => {
		if (hidden.has(row)) return { ...withheldSpread(row), withinRange: null };
		return { ...spreadOf(row), withinRange: row.currency !== priceRange.currency || hiddenShares.has(row) ? null : shareOf(row) };
	});
}

function protectResponders(responders: readonly RawResponder[], minimumCell: number): ResponderCost[] {
	const unsafe = ({ patients, responderPatients, otherPatients }: RawResponder) =>
		patients < minimumCell || [responderPatients, otherPatients].some((each) => small(each, minimumCell));
	const hidden = hiddenAmong(responders, unsafe, minimumCell);
	return responders.map((row) => (hidden.has(row) ? withheldResponder(row) : perResponder(row)));
}

function armsAreShown({ currency, protocol, against }: RawPair, responders: readonly ResponderCost[]): boolean {
	const isShown = (name: string) => responders.some((row) => row.part === 'protocol' && row.currency === currency && row.name === name && !row.suppressed);
	return isShown(protocol) && isShown(against);
}

function coverageOf({ episodes, patients, complete, completePatients, incompletePatients, judged, judgedPatients, unjudgedPatients }: RawCost['coverage'], minimumCell: number): Coverage {
	const few = patients < minimumCell;
	const fewComplete = few || small(completePatients, minimumCell) || small(incompletePatients, minimumCell);
	const fewJudged = fewComplete || small(judgedPatients, minimumCell) || small(unjudgedPatients, minimumCell);
	return { episodes: few ? null : episodes, complete: fewComplete ? null : complete, judged: fewJudged ? null : judged };
}

type Row = Readonly<{ currency: string; part: string; patients: number }>;

/** The rows that must go, and among the siblings of each as many more as keep it from being had by subtraction. */
function hiddenAmong<Each extends Row>(rows: readonly Each[], unsafe: (row: Each) => boolean, minimumCell: number): ReadonlySet<Each> {
	const groups = new Set(rows.map(({ currency, part }) => `${currency} ${part}`));
	const hidden = [...groups].flatMap((group) => {
		const siblings = rows.filter(({ currency, part }) => `${currency} ${part}` === group);
		const cells = withheldCells(siblings.map((row) => (unsafe(row) && !small(row.patients, minimumCell) ? 1 : row.patients)), minimumCell);
		return siblings.filter((_, index) => cells[index] === true);
	});
	return new Set(hidden);
}

function small(patients: number, minimumCell: number): boolean {
	return patients > 0 && patients < minimumCell;
}
