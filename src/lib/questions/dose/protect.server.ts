import { fewPatients } from '#lib/server/disclosure/few-patients.ts';
import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { withheldTable } from '#lib/server/disclosure/withheld-table.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import { bands, statedCourse } from './bands.ts';
import type { RawCourse, RawDose, RawEffect } from './dose.server.ts';
import { effectOf } from './effect.ts';
import { quadrantOf } from './quadrant.server.ts';
import type { Dose, DoseResult, Effect, Quantiles, Share } from './result.ts';

/** Conditions add up to all, and bands to an episode's condition, so tables of both are withheld by row and by column. */
export function protect({ courses, effects, clinics }: RawDose, minimumCell: number): DoseResult {
	const [whole, conditions] = [courses.filter(({ condition }) => condition === null), courses.filter(({ condition }) => condition !== null)];
	const hidden = withheldCells(conditions.map(({ patients }) => patients), minimumCell);
	const small = (patients: number) => fewPatients(patients, minimumCell);
	const shown = (parts: readonly RawCourse[], without: readonly boolean[]) => {
		const shares = parts.map((part) => [part.belowPatients, part.withinPatients, part.abovePatients]);
		const noShare = withheldTable(shares, shares.map((row, i) => row.map((patients) => without[i] === true || small(patients))), minimumCell);
		const found = parts.map(({ condition }) => bands.map(({ first }) => effects.find((row) => row.condition === condition && row.first === first)));
		const counts = found.map((row) => row.map((each) => each?.patients ?? 0));
		const noBand = withheldTable(counts, counts.map((row, i) => row.map((patients) => without[i] === true || small(patients))), minimumCell);
		return parts.map((part, i) => doseOf(part, without[i] ?? true, noShare[i] ?? [], effect(found[i] ?? [], noBand[i] ?? []), minimumCell));
	};
	const [all] = shown(whole, whole.map(({ patients }) => patients < minimumCell));
	const each = shown(conditions, hidden);
	return {
		stated: statedCourse,
		all: all ?? { ...nothing, effect: effect([], []) },
		conditions: conditions.flatMap(({ condition }, i) => (condition === null || each[i] === undefined ? [] : [{ condition, ...each[i] }])),
		clinics: quadrantOf(clinics, minimumCell),
	};
}

const nothing = { episodes: null, patients: null, sessions: null, weeks: null, share: { below: null, within: null, above: null }, suppressed: true } as const;

function doseOf(part: RawCourse, suppressed: boolean, noShare: readonly boolean[], effects: Effect, minimumCell: number): Dose {
	if (suppressed) return { ...nothing, effect: effects };
	const { episodes, patients, dated, datedPatients, undatedPatients } = part;
	const share = (count: number, cell: number): Share | null => {
		const interval = noShare[cell] === false ? wilsonInterval(count, episodes) : undefined;
		return interval === undefined ? null : { count, n: episodes, ...interval };
	};
	return {
		episodes,
		patients,
		sessions: quantiles(part.sessions, episodes, patients, minimumCell),
		weeks: datedPatients < minimumCell ? null : quantiles(part.weeks, undatedPatients > 0 && undatedPatients < minimumCell ? null : dated, datedPatients, minimumCell),
		share: { below: share(part.below, 0), within: share(part.within, 1), above: share(part.above, 2) },
		effect: effects,
		suppressed: false,
	};
}

function quantiles(values: readonly number[] | null, n: number | null, patients: number, minimumCell: number): Quantiles | null {
	const [p10, q1, median, q3, p90] = values ?? [];
	if (p10 === undefined || q1 === undefined || median === undefined || q3 === undefined || p90 === undefined) return null;
	const tails = patients * 0.1 >= minimumCell;
	return { n, p10: tails ? p10 : null, q1, median, q3, p90: tails ? p90 : null };
}

function effect(found: readonly (RawEffect | undefined)[], withheld: readonly boolean[]): Effect {
	const shown = found.flatMap((row, i) => (row === undefined || withheld[i] !== false ? [] : [row]));
	const { changes, adjusted, reason } = effectOf(shown);
	return {
		bands: bands.map(({ first, last }, i) => {
			const place = shown.findIndex((row) => row.first === first);
			const suppressed = withheld[i] !== false;
			return { first, last, n: suppressed ? null : (found[i]?.n ?? 0), change: changes[place] ?? null, adjusted: adjusted[place] ?? null, suppressed };
		}),
		reason,
	};
}
