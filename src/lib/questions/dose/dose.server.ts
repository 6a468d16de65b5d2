import { z } from 'zod';
import { codebookOrder } from '#lib/codebook/codebook-order.ts';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import { rows, run } from '#lib/server/warehouse/database.ts';
import type { Asking, Question } from '../question.ts';
import { scoredCoursesParameters, scoredCoursesSql } from '../scored-courses.ts';
import { bands, statedCourse } from './bands.ts';
import clinicsSql from './clinics.sql?raw';
import courseSql from './course.sql?raw';
import effectSql from './effect.sql?raw';
import { method } from './method.ts';
import { protect } from './protect.server.ts';
import type { DoseResult } from './result.ts';
import { table } from './table.ts';

const quantiles = z.array(z.number()).nullable();
const courseRow = z.object({
	condition: z.string().nullable(),
	episodes: z.number(),
	patients: z.number(),
	sessions: quantiles,
	dated: z.number(),
	datedPatients: z.number(),
	undatedPatients: z.number(),
	weeks: quantiles,
	below: z.number(),
	within: z.number(),
	above: z.number(),
	belowPatients: z.number(),
	withinPatients: z.number(),
	abovePatients: z.number(),
});
const sums = z.object({ n: z.number(), patients: z.number(), meanX: z.number(), meanY: z.number(), sxx: z.number(), sxy: z.number(), syy: z.number() });
const effectRow = sums.extend({ condition: z.string().nullable(), first: z.number() });
const clinicRow = sums.extend({ clinic: z.string(), visits: z.number(), visitsSd: z.number().nullable() });

export type RawCourse = z.infer<typeof courseRow>;
export type RawEffect = z.infer<typeof effectRow>;
export type RawClinic = z.infer<typeof clinicRow>;
export type RawDose = Readonly<{ courses: readonly RawCourse[]; effects: readonly RawEffect[]; clinics: readonly RawClinic[] }>;

export const dose: Question<RawDose, DoseResult> = { title: 'How many sessions, over how many weeks', method, ask, protect, caveats, table };

async function ask({ db, measure, codebook, filters }: Asking): Promise<RawDose> {
	await run(db, scoredCoursesSql, scoredCoursesParameters(measure, conditionThresholds(codebook, measure, filters.threshold)));
	const courses = await rows(db, courseRow, courseSql, statedCourse);
	const order = codebookOrder(codebook);
	return {
		courses: courses.sort((a, b) => order({ condition: a.condition ?? '' }, { condition: b.condition ?? '' })),
		effects: await rows(db, effectRow, effectSql, { bands: JSON.stringify(bands) }),
		clinics: await rows(db, clinicRow, clinicsSql),
	};
}

function caveats(_: DoseResult, { minimumCell }: Asking): string[] {
	return [
		'How many sessions an episode took follows from how it went: who recovers stops coming, and so may who does not improve. The change by number of sessions says nothing of what more or fewer sessions would have done.',
		'An episode that is still going on counts with the sessions it has had so far.',
		'Clinics are set at equal first scores, not at equal patients; where a clinic lies is a question to ask, not a verdict.',
		`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld.`,
	];
}
