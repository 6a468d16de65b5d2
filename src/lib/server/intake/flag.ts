import { z } from 'zod';
import { oneRow, run, type Database } from '../warehouse/database.ts';
import addRespelledSql from './sql/add-respelled.sql?raw';
import casesSql from './sql/cases.sql?raw';
import createFlaggedSql from './sql/create-flagged.sql?raw';
import createRespelledSql from './sql/create-respelled.sql?raw';
import createSpelledSql from './sql/create-spelled.sql?raw';
import flagDischargesSql from './sql/flag-discharges.sql?raw';
import flagOtherCoursesSql from './sql/flag-other-courses.sql?raw';
import flagPatientIdsSql from './sql/flag-patient-ids.sql?raw';
import flagPatientsSql from './sql/flag-patients.sql?raw';
import flagProtocolsSql from './sql/flag-protocols.sql?raw';
import flagRenamedVisitsSql from './sql/flag-renamed-visits.sql?raw';
import flagRepeatedSql from './sql/flag-repeated.sql?raw';
import flagRespelledSql from './sql/flag-respelled.sql?raw';
import flagSameDaySql from './sql/flag-same-day.sql?raw';
import setNamesSql from './sql/set-names.sql?raw';

const cases = z.object({ renamed: z.boolean(), sameDay: z.boolean(), discharged: z.boolean(), protocols: z.boolean(), undated: z.boolean(), spelled: z.boolean(), known: z.boolean() });

/** Gives names that differ only by case one spelling, and gathers in `stage.flagged` what is kept and worth a look. */
export async function flag(db: Database): Promise<void> {
	for (const sql of [createSpelledSql, createRespelledSql, createFlaggedSql]) await run(db, sql);
	const { renamed, sameDay, discharged, protocols, undated, spelled, known } = await oneRow(db, cases, casesSql);
	const rules = [
		...(spelled ? [addRespelledSql] : []),
		setNamesSql,
		...(renamed ? [flagRenamedVisitsSql] : []),
		...(sameDay ? [flagSameDaySql] : []),
		...(discharged ? [flagDischargesSql] : []),
		...(protocols ? [flagProtocolsSql] : []),
		flagPatientsSql,
		flagPatientIdsSql,
		...(undated ? [flagRepeatedSql] : []),
		...(spelled ? [flagRespelledSql] : []),
		...(known ? [flagOtherCoursesSql] : []),
	];
	for (const sql of rules) await run(db, sql);
}
