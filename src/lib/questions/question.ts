import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { HeldCohort } from '#lib/server/held/held-courses.ts';
import type { Database } from '#lib/server/warehouse/database.ts';
import type { Stamp } from '#lib/server/warehouse/stamp.ts';
import type { WarehouseFolder } from '#lib/server/warehouse/folder.ts';
import type { Filters, Method } from './answer.ts';

/** What a question is asked with, wherever the records are found. */
export type AskedWith = Readonly<{
	/** stands for the episodes that the filters select, where what is worked out of them may be used for other questions about the same */
	cohort?: object;
	filters: Filters;
	codebook: Codebook;
	measure: Measure;
	minimumCell: number;
	stamp: Stamp;
	folder: WarehouseFolder;
	/** the table of another question's answer, small cells withheld, from the same snapshot or another that is kept. Throws where there is no such question. */
	tableOf(question: string, filters: Filters, snapshot?: string): Promise<Table>;
}>;

/** Asked of the database: `db` finds the snapshot's tables and `cohort`, the episodes that the filters select. */
export type Asking = AskedWith & Readonly<{ db: Database }>;

/** Asked of the columns that are held in memory; `stop` is aborted when nobody waits any more or the time is up. */
export type HeldAsking = AskedWith & Readonly<{ held: HeldCohort; stop: AbortSignal | undefined }>;

export type Cell = string | number | null;

export type Table = Readonly<{ columns: readonly string[]; rows: readonly (readonly Cell[])[] }>;

/** A clinical question: all that the one door needs to answer it, for page, API, command and file alike. */
export type Question<Raw, Result extends object> = Readonly<{
	title: string;
	method: Method;
	/** whether it is made of other questions' answers and of more than the snapshot, so that it is not kept */
	madeOfOthers?: true;
	/** sufficient statistics from the snapshot, and what follows from them; not to be shown before `protect` */
	ask(asking: Asking): Promise<Raw>;
	/** exactly the same from the columns that are held in memory; undefined where they cannot tell it */
	askHeld?(asking: HeldAsking): Promise<Raw> | undefined;
	/** the same with small cells withheld */
	protect(raw: Raw, minimumCell: number): Result;
	caveats(result: Result, asking: AskedWith): readonly string[];
	/** the result as one table, for CSV */
	table(result: Result): Table;
}>;
