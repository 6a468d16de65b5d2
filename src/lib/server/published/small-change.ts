import { publicMinimum } from '../disclosure/public-minimum.ts';
import type { Exposure } from './exposures.ts';
import { knownInBoth } from './known-in-both.ts';
import type { Reading } from './piece-cells.ts';
import { piecesOf } from './pieces.ts';
import type { Told } from './told.ts';

/**
 * The figure, told in another snapshot, from which too little has changed: a set of patients that can be put together both from what was told there
 * and from `cohorts`, which are told here, differs by fewer patients or episodes than may be shown. Undefined where there is none.
 */
export async function smallChange(reading: Reading, cohorts: readonly string[], told: readonly Told[]): Promise<Told | undefined> {
	const latest = new Map(told.filter(({ trace }) => trace.snapshot !== reading.stamp.id).map((each) => [each.trace.snapshot, each]));
	for (const each of latest.values()) {
		const { cut } = each.trace;
		const pieces = await reading.beside((db) => piecesOf(db, [...cut.cohorts, ...cohorts]));
		const joint = pieces.map(({ within, episodes, patients }) => ({
			then: within.filter((place) => place < cut.cohorts.length).join(' '),
			now: within.filter((place) => place >= cut.cohorts.length).join(' '),
			...{ episodes, patients },
		}));
		const small = knownInBoth(cut.pieces, joint).some(({ before, now }) => isSmall(now.episodes - before.episodes) || isSmall(now.patients - before.patients));
		if (small) return each;
	}
	return undefined;
}

/** The figure of the same patients, told in another snapshot, one of whose counts has changed by 1 or more, and less than may be shown. */
export function changedNumber(reading: Reading, cohort: string, views: readonly Readonly<{ exposure: Exposure; cells: ReadonlyMap<string, number> }>[], told: readonly Told[]): Told | undefined {
	return told.find(({ trace }) => {
		if (trace.snapshot === reading.stamp.id || trace.cohorts[0] !== cohort) return false;
		return views.some(({ exposure, cells }) => {
			const before = trace.views.find(({ view }) => view === exposure.view)?.cells ?? {};
			return Object.entries(before).some(([cell, count]) => Number.isInteger(count) && isSmall((cells.get(cell) ?? count) - count));
		});
	});
}

function isSmall(change: number): boolean {
	return change !== 0 && Math.abs(change) < publicMinimum();
}
