import { moment } from '#lib/charts/moment.ts';
import { count, percents } from '#lib/charts/number.ts';
import { periodName } from '#lib/charts/period-name.ts';
import { roundedPercent } from '#lib/charts/rounded-percent.ts';
import type { CompletenessResult } from '#lib/questions/completeness/result.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { newestMonth } from '#lib/questions/records/visits-words.ts';

export type KeyNumber = Readonly<{ label: string; figure: string; notes: readonly string[] }>;

/** The numbers behind the answer to whether the figures can be trusted. */
export function keyNumbers({ records: { read, rejected }, fields, followUp }: CompletenessResult, { visits, imports }: RecordsResult): KeyNumber[] {
	const score = fields.find(({ field }) => field === 'score');
	const newest = newestMonth(visits);
	const last = imports[0]?.importedAt;
	return [
		{ label: 'Records that are in', figure: read === 0 ? '–' : roundedPercent(1 - rejected / read), notes: [`${count(read - rejected)} of ${count(read)} read`, `${count(rejected)} refused`] },
		{ label: 'Visits with a score', figure: score === undefined || score.share === null ? '–' : roundedPercent(1 - score.share), notes: score === undefined || score.missing === null || score.visits === null ? ['withheld'] : [`${count(score.visits - score.missing)} of ${count(score.visits)}`, `${count(score.missing)} without`] },
		{ label: 'Episodes that can tell of a change', figure: followUp === null ? '–' : roundedPercent(followUp.estimate), notes: followUp === null ? ['withheld'] : [`95\u00a0% interval ${percents(followUp)}`, `${count(followUp.count)} of ${count(followUp.n)}`] },
		{ label: 'Newest visits', figure: newest === null ? '–' : periodName(newest), notes: last === undefined ? [] : [`last import ${moment(last)}`] },
	];
}
