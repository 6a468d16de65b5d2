import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Filters } from '#lib/questions/answer.ts';
import type { Asking } from '#lib/questions/question.ts';
import { questions, type QuestionName, type Results } from '#lib/questions/registry.server.ts';
import type { Cohort } from './cohort-of.ts';
import type { Database } from './warehouse/database.ts';
import type { WarehouseFolder } from './warehouse/folder.ts';
import type { Stamp } from './warehouse/stamp.ts';
import { withinTime } from './within-time.ts';

type With = Readonly<{ db: Database; cohort?: Cohort; stamp: Stamp; folder: WarehouseFolder; minimumCell: number; tableOf: Asking['tableOf']; stop?: AbortSignal | undefined }>;

/** What a question was asked with, and its answer with the cells of fewer patients than a minimum withheld. */
type AskedOfCohort<Result> = Readonly<{ asking: Asking; withholding(minimumCell: number): Result }>;

/** Asks a question about the episodes in the `cohort` of a connection. */
export async function askCohort<Name extends QuestionName>(name: Name, filters: Filters, { stop, ...asked }: With): Promise<AskedOfCohort<Results[Name]>> {
	const question = questions[name];
	const { codebook } = asked.stamp;
	const asking = { ...asked, filters, codebook, measure: measureOf(codebook, filters) };
	const raw = await withinTime(asked.db, () => question.ask(asking), stop);
	return { asking, withholding: (minimum) => question.protect(raw, minimum) };
}

function measureOf(codebook: Codebook, { measure }: Filters): Measure {
	const found = codebook.measures.find(({ id, primary }) => (measure === null ? primary : id === measure)) ?? codebook.measures.find(({ primary }) => primary);
	if (found === undefined) throw new Error('the codebook has no primary measure');
	return found;
}
