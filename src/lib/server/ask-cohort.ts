import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Filters } from '#lib/questions/answer.ts';
import type { AskedWith, HeldAsking } from '#lib/questions/question.ts';
import { questions, type QuestionName, type Results } from '#lib/questions/registry.server.ts';
import type { Database } from './warehouse/database.ts';
import { withinTime } from './within-time.ts';

/** What is asked with beside the filters, and what they say; `stop` is aborted when nobody waits for the answer any more. */
export type With = Omit<AskedWith, 'filters' | 'codebook' | 'measure'> & Readonly<{ stop?: AbortSignal | undefined }>;

/** What a question was asked with, and its answer with the cells of fewer patients than a minimum withheld. */
export type AskedOfCohort<Result> = Readonly<{ asking: AskedWith; withholding(minimumCell: number): Result }>;

/** Asks a question about the episodes in the `cohort` of a connection. */
export async function askCohort<Name extends QuestionName>(name: Name, filters: Filters, { stop, ...asked }: With & Readonly<{ db: Database }>): Promise<AskedOfCohort<Results[Name]>> {
	const question = questions[name];
	const asking = { ...asked, ...wordsOf(asked, filters) };
	const raw = await withinTime(asked.db, () => question.ask(asking), stop);
	return { asking, withholding: (minimum) => question.protect(raw, minimum) };
}

/** Asks it about episodes that are held in memory; undefined where that cannot tell the answer. */
export async function askHeldCohort<Name extends QuestionName>(name: Name, filters: Filters, { stop, ...asked }: With & Pick<HeldAsking, 'held'>): Promise<AskedOfCohort<Results[Name]> | undefined> {
	const question = questions[name];
	const late = new AbortController();
	const asking = { ...asked, ...wordsOf(asked, filters), stop: late.signal };
	const raw = await withinTime({ interrupt: () => late.abort() }, async () => question.askHeld?.(asking), stop);
	return raw === undefined ? undefined : { asking, withholding: (minimum) => question.protect(raw, minimum) };
}

function wordsOf({ stamp: { codebook } }: Pick<AskedWith, 'stamp'>, filters: Filters): Pick<AskedWith, 'filters' | 'codebook' | 'measure'> {
	return { filters, codebook, measure: measureOf(codebook, filters) };
}

function measureOf(codebook: Codebook, { measure }: Filters): Measure {
	const found = codebook.measures.find(({ id, primary }) => (measure === null ? primary : id === measure)) ?? codebook.measures.find(({ primary }) => primary);
	if (found === undefined) throw new Error('the codebook has no primary measure');
	return found;
}
