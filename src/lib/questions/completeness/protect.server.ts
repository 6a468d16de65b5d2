import { fewPatients } from '#lib/server/disclosure/few-patients.ts';
import { withheldBeside } from '#lib/server/disclosure/withheld-beside.ts';
import { withheldMonths } from '#lib/server/disclosure/withheld-months.ts';
import { clusterWilsonInterval } from '#lib/statistics/cluster-wilson-interval.ts';
import type { RawCompleteness, RawField, RawFollowUp } from './completeness.server.ts';
import { steps, type CompletenessResult, type Dimension, type Missing, type Share } from './result.ts';
import { shownSteps } from './shown-steps.ts';

/** A number goes where it or its complement rests on few patients, or where others would give it back. */
export function protect({ records, flow, followUp, fields }: RawCompleteness, minimumCell: number): CompletenessResult {
	const at = (step: number) => flow.find(({ reached }) => reached === step);
	const reached = (step: number) => flow.reduce((sum, row) => sum + (row.reached >= step ? row.n : 0), 0);
	const shown = shownSteps(steps.map((_, step) => at(step)?.patients ?? 0), minimumCell);
	const elsewhere = flow.reduce((sum, row) => sum + (row.reached < 4 ? row.dischargedPatients : 0), 0);
	const visible = steps.map((_, step) => shown[step] === true && !(step === 4 && fewPatients(elsewhere, minimumCell)));
	const whole = visible[0] === true && visible[2] === true;
	const followUpOf = (dimension: Dimension) => followUpBy(followUp.filter((row) => row.dimension === dimension), whole, minimumCell);
	const all = fields.filter(({ dimension }) => dimension === 'all');
	const hidden = all.filter((row) => isSmall(row, minimumCell)).map(({ field }) => field);
	const fieldsOf = (dimension: Dimension) => fieldsBy(fields.filter((row) => row.dimension === dimension), hidden, minimumCell);
	return {
		records,
		flow: steps.map((step, k) => ({ step, n: visible[k] === true ? reached(k) : null })),
		followUp: whole ? shareOf(followUp.find(({ dimension }) => dimension === 'all')) : null,
		followUpBy: { clinic: followUpOf('clinic'), month: followUpOf('month') },
		fields: all.map((row) => missing(row, isSmall(row, minimumCell))),
		fieldsBy: { clinic: fieldsOf('clinic'), month: fieldsOf('month') },
	};
}

function followUpBy(rows: readonly RawFollowUp[], whole: boolean, minimumCell: number): CompletenessResult['followUpBy'][Dimension] {
	const cells = rows.map(({ dimension, value, followedPatients, otherPatients }) => ({ month: dimension === 'month' ? value : '', cells: [followedPatients, otherPatients] }));
	const withheld = withheldMonths(cells, minimumCell);
	return rows.map((row, i) => {
		const suppressed = !whole || withheld[i] !== false;
		return { value: row.value, share: suppressed ? null : shareOf(row), suppressed };
	});
}

/** Groups of a field add up to its total, unless that is `hidden` itself. */
function fieldsBy(rows: readonly RawField[], hidden: readonly string[], minimumCell: number): CompletenessResult['fieldsBy'][Dimension] {
	const withheld = new Map<RawField, boolean>();
	for (const field of new Set(rows.map((row) => row.field))) {
		const groups = rows.filter((row) => row.field === field);
		const few = groups.map((row) => isSmall(row, minimumCell));
		const beside = [({ missingPatients }: RawField) => missingPatients, ({ presentPatients }: RawField) => presentPatients].reduce((result, of) => withheldBeside(groups.map(of), result, minimumCell), few);
		groups.forEach((row, i) => withheld.set(row, (hidden.includes(field) ? few : beside)[i] ?? true));
	}
	const values = [...new Set(rows.map(({ value }) => value))];
	return values.map((value) => ({ value, fields: rows.filter((row) => row.value === value).map((row) => missing(row, withheld.get(row) ?? true)) }));
}

function missing({ field, visits, missing: count }: RawField, suppressed: boolean): Missing {
	return suppressed ? { field, visits: null, missing: null, share: null, suppressed } : { field, visits, missing: count, share: count / visits, suppressed };
}

function isSmall({ missingPatients, presentPatients }: RawField, minimumCell: number): boolean {
	return fewPatients(missingPatients, minimumCell) || fewPatients(presentPatients, minimumCell);
}

function shareOf(row: RawFollowUp | undefined): Share | null {
	if (row === undefined) return null;
	const { followed, episodes, bothFollowed, oneFollowed, noneFollowed } = row;
	const interval = clusterWilsonInterval(followed, episodes, { both: bothFollowed, one: oneFollowed, neither: noneFollowed });
	return interval === undefined ? null : { count: followed, n: episodes, ...interval };
}
