import { departure, type RawDeparture } from './departure/departure.server.ts';
import type { DepartureResult } from './departure/result.ts';
import { overview, type RawOverview } from './overview/overview.server.ts';
import type { OverviewResult } from './overview/result.ts';
import type { Question } from './question.ts';
import { records, type RawRecords } from './records/records.server.ts';
import type { RecordsResult } from './records/result.ts';
import { recovery, type RawRecovery } from './recovery/recovery.server.ts';
import type { RecoveryResult } from './recovery/result.ts';

type Raws = { recovery: RawRecovery; overview: RawOverview; departure: RawDeparture; records: RawRecords };

/** What each question answers with, by the name it has in URLs and commands. */
export type Results = { recovery: RecoveryResult; overview: OverviewResult; departure: DepartureResult; records: RecordsResult };

export type QuestionName = keyof Results;

export const questions: { readonly [Name in QuestionName]: Question<Raws[Name], Results[Name]> } = { recovery, overview, departure, records };

export function isQuestion(name: string): name is QuestionName {
	return Object.hasOwn(questions, name);
}
