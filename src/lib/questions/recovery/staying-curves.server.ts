import { byGroup, type OfGroup } from './by-group.ts';
import { chancesToStay } from './chances-to-stay.ts';
import type { Followed } from './followed.server.ts';
import { stayingCurve, type StayingCurve } from './staying-curve.ts';

/** The weighted curve of each group; `one` is what it calls a session. */
export async function stayingCurves({ cells, weighted }: Followed, one: string): Promise<(group: OfGroup) => StayingCurve> {
	const cellsOf = byGroup(cells);
	const fits = [...new Set(cells.map(({ group }) => group))].map((group) => ({ group, fit: chancesToStay(cellsOf({ group })) }));
	const fitOf = byGroup(fits);
	const chances = fits.flatMap(({ group, fit }) => ('reason' in fit ? [] : cellsOf({ group }).map(({ session, baseline, latest }, place) => ({ group, session, baseline, latest, chance: fit[place] ?? 0 }))));
	const sumsOf = byGroup(await weighted(chances.filter(({ chance }) => chance > 0 && chance < 1)));
	return (each) => {
		const fit = fitOf(each)[0]?.fit;
		return fit !== undefined && 'reason' in fit ? { points: new Map(), notWeighted: fit.reason } : stayingCurve(sumsOf(each), one);
	};
}
