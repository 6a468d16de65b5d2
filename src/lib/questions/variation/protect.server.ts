import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { minimumEpisodes, type Funnel } from './funnel.ts';
import type { VariationFunnel, VariationResult, VariationUnit } from './result.ts';
import type { RawOutcome, RawPatients, RawVariation } from './variation.server.ts';

type Level = 'clinic' | 'therapist';

/** Counts of patients that an outcome gives away; each must be 0 or the minimum at least. */
type Cells = readonly ('patients' | 'responders' | 'others' | 'followed')[];

/**
 * The funnels without units whose numbers rest on fewer patients than `minimumCell`, or that would give such a one away by
 * subtraction: from the total of all, and therapists from the total of the clinic where they mostly work. Episodes without a
 * clinic or therapist are one more unit here, that is never shown.
 */
export function protect({ threshold, patients, response, change }: RawVariation, minimumCell: number): VariationResult {
	const level = (name: Level) => ({
		response: protectFunnel(response, name, patients, ['responders', 'others'], minimumCell),
		change: protectFunnel(change, name, patients, ['followed'], minimumCell),
	});
	return { threshold, minimumEpisodes, clinics: level('clinic'), therapists: level('therapist') };
}

function protectFunnel(outcome: RawOutcome, level: Level, patients: readonly RawPatients[], cells: Cells, minimumCell: number): VariationFunnel {
	const nothing = { n: null, overall: null, overDispersion: null, repeated: null, limits: [], correlation: null, units: [] };
	const all = patients.find((row) => row.level === 'all');
	const tooFew = all === undefined || all.patients < minimumCell || cells.some((cell) => all[cell] > 0 && all[cell] < minimumCell);
	if (tooFew) return { ...nothing, notEstimable: 'there are too few patients' };
	if ('reason' in outcome) return { ...nothing, notEstimable: outcome.reason };
	const { n, overall, overDispersion, repeated, limits, correlation, units } = outcome[level];
	if (units.length === 0) return { ...nothing, n, overall, notEstimable: `no ${level} is recorded` };
	const shown = protectUnits(units, level, patients, cells, minimumCell);
	const largest = Math.max(0, ...shown.map(({ n: size, point }) => (point === null ? 0 : (size ?? 0))));
	return {
		...{ n, overall, correlation, units: shown },
		overDispersion: largest > 0 ? overDispersion : null,
		repeated: largest > 0 ? repeated : null,
		limits: limits.filter((each) => each.n <= largest),
		notEstimable: largest > 0 ? null : `no ${level} can be shown with ${minimumEpisodes} episodes or more`,
	};
}

function protectUnits(units: Funnel['units'], level: Level, patients: readonly RawPatients[], cells: Cells, minimumCell: number): VariationUnit[] {
	const hiddenAltogether = hiddenUnits(level, patients, ['patients', 'followed'], minimumCell);
	const hidden = hiddenUnits(level, patients, cells, minimumCell);
	return units.map(({ unit, n, point }) => {
		if (hiddenAltogether.has(unit)) return { unit, n: null, status: 'withheld', point: null };
		if (point === null) return { unit, n, status: 'too-few', point: null };
		return hidden.has(unit) ? { unit, n, status: 'withheld', point: null } : { unit, n, status: 'shown', point };
	});
}

/** Units of a level of which some count must not be known. Therapists of a hidden clinic add up to it, and are hidden too. */
function hiddenUnits(level: Level, patients: readonly RawPatients[], cells: Cells, minimumCell: number): ReadonlySet<string | null> {
	const own = patients.filter((row) => row.level === level);
	if (level === 'clinic') return new Set(hiddenAmong(own, cells, minimumCell));
	const hiddenClinics = hiddenUnits('clinic', patients, cells, minimumCell);
	const clinics = [...new Set(own.map(({ within }) => within))];
	const inClinics = clinics.flatMap((clinic) => {
		const ofClinic = own.filter(({ within }) => within === clinic);
		return hiddenClinics.has(clinic) ? ofClinic.map(({ unit }) => unit) : hiddenAmong(ofClinic, cells, minimumCell);
	});
	return new Set([...inClinics, ...hiddenAmong(own, cells, minimumCell)]);
}

function hiddenAmong(rows: readonly RawPatients[], cells: Cells, minimumCell: number): (string | null)[] {
	return cells.flatMap((cell) => {
		const withheld = withheldCells(
			rows.map((row) => row[cell]),
			minimumCell,
		);
		return rows.filter((_, at) => withheld[at] === true).map(({ unit }) => unit);
	});
}
