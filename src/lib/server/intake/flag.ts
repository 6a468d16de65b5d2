import { run, type Database } from '../warehouse/database.ts';
import createFlaggedSql from './sql/create-flagged.sql?raw';
import createRespelledSql from './sql/create-respelled.sql?raw';
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

const rules = [flagRenamedVisitsSql, flagSameDaySql, flagDischargesSql, flagProtocolsSql, flagPatientsSql, flagPatientIdsSql, flagRepeatedSql, flagRespelledSql, flagOtherCoursesSql];

/** Gives names that differ only by case one spelling, and gathers in `stage.flagged` what is kept and worth a look. */
export async function flag(db: Database): Promise<void> {
	for (const sql of [createRespelledSql, setNamesSql, createFlaggedSql, ...rules]) await run(db, sql);
}
