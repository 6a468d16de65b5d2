import { z } from 'zod';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import { oneRow, rows, run } from '#lib/server/warehouse/database.ts';
import type { Asking, Question } from '../question.ts';
import { scoredCoursesParameters, scoredCoursesSql } from '../scored-courses.ts';
import { method } from './method.ts';
import monthsSql from './months.sql?raw';
import openSql from './open.sql?raw';
import { protect } from './protect.server.ts';
import type { TrendResult } from './result.ts';
import { table } from './table.ts';

const monthRow = z.object({
	month: z.string(),
	followed: z.number(),
	followedPatients: z.number(),
	lostPatients: z.number(),
	mean: z.number().nullable(),
	episodes: z.number(),
	started: z.number(),
	responders: z.number(),
	responderPatients: z.number(),
	otherPatients: z.number(),
	unjudgedPatients: z.number(),
	completed: z.number(),
	completedPatients: z.number(),
	notCompletedPatients: z.number(),
	recorded: z.number(),
	events: z.number(),
	eventSquares: z.number(),
	eventPatients: z.number(),
	quietPatients: z.number(),
	unrecordedPatients: z.number(),
});
const openRow = z.object({ openFrom: z.string().nullable() });

export type RawMonth = z.infer<typeof monthRow>;
export type RawTrend = Readonly<{ reason: string | null; openFrom: string | null; threshold: string | null; rebase: string | null; months: readonly RawMonth[] }>;

export const trend: Question<RawTrend, TrendResult> = { title: 'Has it changed over time', method, ask, protect, caveats, table };

async function ask({ db, filters, measure, codebook, stamp }: Asking): Promise<RawTrend> {
	const asked = conditionThresholds(codebook, measure, filters.threshold);
	const chosen = asked.filter(({ condition }) => filters.condition.length === 0 || filters.condition.includes(condition));
	const threshold = [...new Set(chosen.map(({ label }) => label))].join(', or ') || null;
	if (stamp.datePrecision === 'year') return { reason: 'dates are kept by year', openFrom: null, threshold, rebase: null, months: [] };
	await run(db, scoredCoursesSql, scoredCoursesParameters(measure, asked));
	const completed = codebook.dischargeReasons.filter(({ course }) => course === 'completed').map(({ id }) => id);
	const months = await rows(db, monthRow, monthsSql, { completed });
	const { openFrom } = await oneRow(db, openRow, openSql);
	return { reason: months.length === 0 ? 'no episode with a dated first visit has a score of the measure there' : null, openFrom, threshold, rebase: filters.rebase, months };
}

function caveats({ openFrom, threshold }: TrendResult, { minimumCell }: Asking): string[] {
	return [
		'Uncontrolled records: a change over time may come from other patients, other records or another season as well as from other care.',
		'With four rules and limits locked on a year, about one chart in five of a rate, and one in three of the mean change, shows a flag over two years in which nothing changed; a flag is a reason to look, not a finding.',
		'Limits of a rate take episodes as independent of each other; where months differ in whom they treat, too many months are flagged.',
		...(threshold === null ? ['The measure has no threshold for a meaningful improvement, so there is no response rate.'] : []),
		...(openFrom === null ? [] : [`Episodes begun from ${openFrom} on may still go on: those months are shown, but not judged.`]),
		`Months that rest on fewer than ${minimumCell} patients, or would tell of so few, are withheld and left out of the limits; of the rates, those are the months of the fewest events or the fewest without, so the limits rest on the others.`,
	];
}
